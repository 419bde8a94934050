"""Spanish offices, callings, bodies and given names."""

from __future__ import annotations

from quotedb.languages import words

# Bodies that speak, as nouns: where a name has one of them it is a body's.
BODIES = (
    "ministerio secretaría cancillería gobierno ejecutivo consejo consejería departamento"
    " delegación"
    " presidencia junta diputación cabildo ayuntamiento alcaldía municipalidad consistorio senado"
    " parlamento fiscalía sindicato confederación federación asociación plataforma comité comisión"
    " partido coalición compañía empresa sociedad corporación consorcio cooperativa fundación"
    " instituto agencia organismo organización observatorio universidad policía patronal naviera"
    " aerolínea banco constructora ong entidad institución multinacional firma editorial productora"
    " colegio agrupación mancomunidad ateneo jurado tribunal club oposición dirección defensa"
    " acusación hospital clínica museo teatro sindicatos partidos asociaciones colectivos colectivo"
    " plataformas ayuntamientos empresas vecindad hosteleros bufete orquesta ministerios"
)
# Offices, callings and people by their stems: in -o and -a, and in -or and -ora.
OFFICES_O = (
    "ministr exministr viceministr secretari exsecretari subsecretari vicesecretari consejer"
    " exconsejer delegad subdelegad comisionad diputad exdiputad eurodiputad parlamentari magistrad"
    " abogad letrad notari candidat mandatari ingenier arquitect catedrátic biólog geólog"
    " epidemiólog psicólog sociólog politólog filósof reporter maestr cociner enfermer empresari"
    " propietari ganader vocer bomber funcionari"
)
OFFICES_OR = (
    "profes doct direct exdirect subdirect senad exsenad gobernad exgobernad vicegobernad"
    " coordinad legislad procurad defens embajad negociad relat rect vicerrect inspect subinspect"
    " investigad historiad escrit aut pint escult entrenad seleccionad ases consult fundad cofundad"
)
PEOPLE_O = (
    "vecin ciudadan muchach chic niñ ancian hij herman abuel viud amig alumn compañer imputad"
    " acusad detenid dueñ emplead obrer camarer hosteler voluntari religios novi"
)
PEOPLE_OR = "trabajad pescad jugad conduct consumid colaborad portad agres"
CALLINGS = words(
    "presidente presidenta expresidente expresidenta vicepresidente vicepresidenta canciller"
    " gerente alcalde alcaldesa alcaldes exalcalde exalcaldesa edil ediles concejal concejala"
    " intendente portavoz portavoces líder jefe jefa responsable comisario comisaria representante"
    " fiscal fiscala juez jueza coronel capitán capitana sargento agente cardenal arzobispo obispo"
    " padre párroco sacerdote rey reina príncipe princesa decano médico economista analista experto"
    " experta periodista corresponsal novelista poeta actor actriz cineasta realizador realizadora"
    " pastor pastora supervisor supervisora músico cantante técnico futbolista delantero portero"
    " ciclista tenista atleta sindicalista activista patrón aspirante dirigente"
)
O, OR = f"{OFFICES_O} {PEOPLE_O}", f"{OFFICES_OR} {PEOPLE_OR}"

# Endings of given names: women's and men's that mislead, then those of the rest.
WOMEN_NAMED = (
    "ción"
    " carmen pilar isabel raquel beatriz inés mercedes dolores soledad belén ester esther rosario"
    " consuelo amparo rocío milagros socorro luz paz cruz montserrat concepción asunción"
    " encarnación"
    " consolación ángeles nieves remedios lourdes irene noemí judith ruth abigail maribel anabel"
    " isabelle dulce leonor flor miriam lilian marian carol nuria begoña itziar maite amaia leire"
    " mari loli toñi pili puri conchi susi nati trini heidi"
    " ainhoa nerea edurne arantxa araceli yamilé"
)
MEN_NAMED = "borja luca nicola joshua garcía"
GIVEN = (
    *((end, "feminine") for end in WOMEN_NAMED.split()),
    *((end, "masculine") for end in MEN_NAMED.split()),
    ("a", "feminine"), ("o", "masculine"), ("e", "masculine"), ("i", "masculine"),
    *((consonant, "masculine") for consonant in "bcdfghjklmnñpqrstvxyz"),
)  # fmt: skip
