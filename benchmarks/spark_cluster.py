"""A Spark cluster on this machine: a standalone master and two workers on the loopback, started
from PySpark's own package, each in processes of its own, and stopped again.

    python benchmarks/spark_cluster.py

prints the master's URL, for `quotedb dedupe --engine spark --master URL`, and runs until it is
interrupted. `benchmarks/spark.py` uses it, and what is here to see what a program takes: the memory
of all processes below it, and what Spark's event log says of each step.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

HOST = "127.0.0.1"
WORKERS = 2
PATIENCE = 60  # seconds until the workers must be there


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind((HOST, 0))
        return one.getsockname()[1]


@contextmanager
def standalone(memory: str = "3g") -> Iterator[str]:
    """A master and two workers of one core each; gives the master's URL."""
    import pyspark

    home = Path(pyspark.__file__).parent
    environment = {**os.environ, "SPARK_HOME": str(home), "SPARK_LOCAL_IP": HOST}
    port, page = free_port(), free_port()
    url = f"spark://{HOST}:{port}"
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"

        def start(kind: str, *options: str) -> subprocess.Popen[bytes]:
            name = f"org.apache.spark.deploy.{kind.lower()}.{kind}"
            command = [str(home / "bin" / "spark-class"), name, "--host", HOST, *options]
            with log.open("ab") as out:
                return subprocess.Popen(command, env=environment, stdout=out, stderr=out)

        running = [start("Master", "--port", str(port), "--webui-port", str(page))]
        try:
            _wait_for(log, "I have been elected leader", 1)
            running += [
                start("Worker", "--cores", "1", "--memory", memory, "--webui-port", "0",
                      "--work-dir", f"{folder}/{number}", url)
                for number in range(WORKERS)
            ]  # fmt: skip
            _wait_for(log, "Successfully registered with master", WORKERS)
            yield url
        finally:
            for one in reversed(running):
                one.terminate()
            for one in running:
                one.wait(timeout=PATIENCE)


def _wait_for(log: Path, words: str, times: int) -> None:
    """Until the log has said something so often."""
    begun = time.monotonic()
    while not log.exists() or log.read_text(errors="replace").count(words) < times:
        if time.monotonic() - begun > PATIENCE:
            raise SystemExit(f"no cluster after {PATIENCE} s:\n{log.read_text()[-2000:]}")
        time.sleep(0.2)


@dataclass(slots=True)
class Memory:
    """The most memory that all processes below this one had together, with `own` this one too, in
    MB (PSS: what several share is shared out among them), seen twice a second.
    """

    own: bool = False
    most: float = 0.0
    _over: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Memory:
        self._thread().start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._look()

    def _thread(self) -> threading.Thread:
        return threading.Thread(target=self._watch, daemon=True)

    def _watch(self) -> None:
        while not self._over.wait(0.5):
            self._look()

    def _look(self) -> None:
        watched = [*_below(os.getpid()), *([os.getpid()] if self.own else [])]
        self.most = max(self.most, sum(map(_pss, watched)) / 1024)


def _below(number: int) -> list[int]:
    """The processes that a process started, and those that these did."""
    parents: dict[int, list[int]] = defaultdict(list)
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            told = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(told[1])].append(int(folder.name))
    found, todo = [], list(parents[number])
    while todo:
        one = todo.pop()
        found.append(one)
        todo += parents[one]
    return found


def _pss(number: int) -> int:
    try:
        lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


@dataclass(slots=True)
class Step:
    """What the tasks of a step took together."""

    seconds: float = 0.0
    shuffled: int = 0
    records: int = 0
    spilled: int = 0


def steps(folder: Path) -> dict[str, Step]:
    """What the event logs in a folder say of each step, by the names of the stages kept."""
    found: dict[str, Step] = {}
    names: dict[int, str] = {}
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    for line in (line for path in files for line in path.open(encoding="utf-8")):
        event = json.loads(line) if line.startswith("{") else {}
        if event.get("Event") == "SparkListenerJobStart":
            name = event.get("Properties", {}).get("spark.job.description", "other")
            names |= dict.fromkeys(event["Stage IDs"], name)
        elif event.get("Event") == "SparkListenerTaskEnd" and event.get("Task Metrics"):
            metrics = event["Task Metrics"]
            step = found.setdefault(names.get(event["Stage ID"], "other"), Step())
            written = metrics["Shuffle Write Metrics"]
            step.seconds += metrics["Executor Run Time"] / 1000
            step.shuffled += written["Shuffle Bytes Written"]
            step.records += written["Shuffle Records Written"]
            step.spilled += metrics["Disk Bytes Spilled"]
    return found


def main() -> None:
    """Run a cluster until interrupted."""
    with standalone() as url:
        print(url, flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            sys.exit(0)


if __name__ == "__main__":
    main()
