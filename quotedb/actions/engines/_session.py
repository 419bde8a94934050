"""Spark itself: a session, what it says when something is wrong, and where stages are kept."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotedb.errors import DataError, InvalidValue, MissingExtra, QuotedbError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

WORK = "_work"
"""The folder inside an output where stages are kept until it is done."""

_CONFIGURED = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
}
_FEW = "16"
"""Parts of a shuffle on one machine; on a cluster Spark's own settings say how many."""

_LOGGED = Path(__file__).with_name("log4j2.properties")
_STOPPED = "stopped SparkContext"
"""What it says when it has given up looking for its cluster."""

_MASTERS = ("local", "spark://", "yarn", "k8s://")
_JAVA = "See whether Java 17 or later is there (java -version, JAVA_HOME)"
_MASTER = "Write --master as local[2], spark://HOST:PORT, yarn or k8s://…, and see that it runs"
_FAILURES: tuple[tuple[str, str, str], ...] = (
    (
        "No module named", "the cluster's workers lack a module",
        "Give each worker the same environment, as docs/spark.md says",
    ),
    (
        "PYTHON_VERSION_MISMATCH", "the cluster's workers have another Python",
        "Give each worker the same environment, as docs/spark.md says",
    ),
    ("PATH_NOT_FOUND", "no such file", "Look at the path; the cluster must see it too"),
    ("CANNOT_READ_FILE_FOOTER", "no Parquet file", "Look at it, or write it again"),
    ("FAILED_READ_FILE", "a file cannot be read", "Look at it, or write it again"),
    ("UNABLE_TO_INFER_SCHEMA", "nothing to read", "Name files with rows in them"),
    ("PATH_ALREADY_EXISTS", "the output is there already", "Name another folder"),
    ("OutOfMemoryError", "memory is too small", "Raise spark.executor.memory or driver.memory"),
)  # fmt: skip


@contextmanager
def session(master: str | None) -> Iterator[SparkSession]:
    """A Spark session, quiet, that sends data to Python as Arrow; its failures are told plainly.

    The workers' Python is this one, unless `PYSPARK_PYTHON` names another.

    Args:
        master: URL of the cluster; this machine, on every core, when None.

    Raises:
        InvalidValue: `master` is no URL of a cluster.
        MissingExtra: PySpark is not installed, or finds no Java or no cluster.
        DataError: what is read cannot be read, or the cluster stopped.
    """
    if master is not None and not master.startswith(_MASTERS):
        raise InvalidValue(f"{master!r} is no master of Spark's", hint=_MASTER)
    spark = _started(master)
    try:
        with _plainly():
            yield spark
    finally:
        spark.stop()


def _started(master: str | None) -> SparkSession:
    try:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise MissingExtra(
            "the engine needs PySpark and Java 17", hint="pip install 'quotedb[spark]'"
        ) from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("SPARK_SUBMIT_OPTS", f"-Dlog4j2.configurationFile={_LOGGED.as_uri()}")
    builder = SparkSession.builder.appName("quotedb").master(master or "local[*]")
    few = {"spark.sql.shuffle.partitions": _FEW} if spark_is_here(master) else {}
    for name, value in (_CONFIGURED | few).items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate()
    except (PySparkException, Py4JError, OSError) as error:
        told = str(error)
        why = f"nobody answers at {master}" if _STOPPED in told else _said(error)
        hint = _JAVA if "JAVA" in told else _MASTER
        raise MissingExtra(f"Spark does not start ({why})", hint=hint) from error


def spark_is_here(master: str | None) -> bool:
    """Whether it runs on this machine alone."""
    return master is None or master.startswith("local")


@contextmanager
def _plainly() -> Iterator[None]:
    """Spark's failures as errors of one line."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        raise _explained(error) from error


def _explained(error: Exception) -> QuotedbError:
    told = str(error)
    for words, what, hint in _FAILURES:
        if words in told:
            return DataError(f"{what} ({_said(error, words)})", hint=hint)
    return DataError(f"Spark stopped ({_said(error)})", hint="Look at Spark's log")


def _said(error: Exception, words: str = "") -> str:
    """The first line of a message that has the words, or else that says anything."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    causes = [line for line in lines if "Exception: " in line and "Py4J" not in line]
    found = next((line for line in lines if words and words in line), (causes or lines or [""])[0])
    return found[:160]


@dataclass(frozen=True, slots=True)
class Stages:
    """Where what was worked out is kept, so that it is worked out once.

    Attributes:
        folder: one that the driver and all workers see; the executors' own disks when None.
    """

    spark: SparkSession
    folder: str | None = None

    def keep(self, some: DataFrame, name: str) -> DataFrame:
        """The same rows, worked out now."""
        self.name(name)
        if self.folder is None:
            return some.localCheckpoint(eager=True)
        path = f"{self.folder}/{WORK}/{name}"
        some.write.mode("overwrite").parquet(path)
        return self.spark.read.schema(some.schema).parquet(path)

    def name(self, step: str) -> None:
        """Say what comes next, for Spark's pages and logs."""
        self.spark.sparkContext.setJobDescription(step)

    def see_that_it_is_new(self) -> None:
        """Before any work is done.

        Raises:
            DataError: the folder is there, with something else in it than work that was stopped.
        """
        path, files = self._on_disk("")
        there = files.listStatus(path) if files.exists(path) else []
        if any(one.getPath().getName() != WORK for one in there):
            raise DataError("the output is there already", where=self.folder, hint="Name another")

    def clear(self) -> None:
        """Remove what was kept in the folder."""
        path, files = self._on_disk(WORK)
        files.delete(path, True)

    def _on_disk(self, name: str) -> tuple[Any, Any]:
        """A path in the folder, and the file system that it is of, whatever kind that is."""
        jvm: Any = self.spark._jvm
        path = jvm.org.apache.hadoop.fs.Path(f"{self.folder}/{name}".rstrip("/"))
        return path, path.getFileSystem(self.spark._jsc.hadoopConfiguration())
