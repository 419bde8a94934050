"""French offices, callings, bodies and given names."""

from __future__ import annotations

from quotedb.languages import forms, words

# for a person only, as a title within a name would cut it.
E = (  # men's form as it is, women's with an -e (or an accent, which folding takes away)
    "président vice-président ex-président délégué adjoint attaché député ex-député élu magistrat"
    " avocat candidat colonel général commandant préfet gouverneur professeur procureur docteur"
    " ingénieur auteur représentant dirigeant opposant consultant enseignant étudiant assistant"
    " attaquant correspondant commerçant gérant négociant policier banquier officier conseiller"
    " infirmier greffier chancelier écrivain romancier international adjudant sergent échevin"
)
TRICE = (  # -teur, -trice
    "direc ex-direc administra séna ambassa rédac inspec fonda cofonda réalisa produc composi créa"
    " anima éduca conserva média négocia observa traduc édi ora présenta coordina légis institu"
    " agricul viticul apicul ac lec"
)
EUSE = "cherch entraîn sélectionn chroniqu jou chant dans vend coiff sauvet plong entrepren"
IENNE = "histor mus comédi techn physic mathématic pharmac chirurg académic gard politic"
SHARED = (
    "ministre ex-ministre ex-maire édile capitaine poète architecte journaliste économiste artiste"
    " cinéaste pianiste biologiste scientifique spécialiste responsable secrétaire commissaire"
    " géologue sociologue psychologue archéologue politologue climatologue philosophe"
    " épidémiologiste gendarme diplomate notaire porte-parole photographe scénariste parlementaire"
    " chef premier premier-ministre militaire dr pr col lt me"
)
MEN = (
    "député-maire empereur archevêque évêque rabbin imam amiral brigadier bourgmestre metteur"
    " buteur monsieur messieurs m mm mgr"
)
WOMEN = (
    "dame demoiselle reine princesse impératrice championne mairesse autrice entraîneure"
    " chercheure madame"
    " mesdames mademoiselle mme mmes mlle dre cheffe première première-ministre femme fille mère"
    " grand-mère sœur tante épouse veuve vigneronne éleveuse copine paysanne"
)
MASCULINE = forms(TRICE, "teur") | forms(EUSE, "eur") | forms(IENNE, "ien")
MASCULINE |= words(f"{E} {MEN}")
FEMININE = forms(TRICE, "trice") | forms(EUSE, "euse") | forms(IENNE, "ienne")
FEMININE |= forms(E, "e") | words(WOMEN)
# Nouns for a speaker who is not named, and callings that are family names too.
PEOPLE_E = (
    "habitant riverain passant client ami employé salarié retraité réfugié blessé rescapé accusé"
    " manifestant participant militant résident survivant suspect sinistré marchand artisan"
    " lauréat finaliste rescapé prévenu mis-en-examen condamné plaignant"
    " spectateur auditeur lecteur visiteur"
    " adolescent cousin voisin paysan ouvrier cuisinier fermier boulanger berger pâtissier écolier"
    " citoyen gardien conjoint expert agent fromager maraîcher"
)
MORE_MEN = (
    "homme garçon père grand-père fils frère oncle mari époux pêcheur éleveur travailleur"
    " conducteur chauffeur marin soldat vigneron pilote maçon menuisier boucher facteur compagnon"
    " supporteur supporter monarque souverain tribun pompier voleur patron roi prince pape"
    " cardinal curé abbé doyen maréchal champion baron"
)
EITHER = (
    "enfant élève témoin victime personne membre bénévole proche collègue camarade jeune touriste"
    " stagiaire locataire propriétaire syndicaliste analyste médecin fonctionnaire internaute"
    " cycliste automobiliste activiste écologiste fleuriste garagiste libraire primeur gréviste"
    " commis quadragénaire quinquagénaire sexagénaire septuagénaire octogénaire nonagénaire"
    " trentenaire adversaire garde-faune maire usager guide quelqu'un"
)
BODIES = (
    "ministère gouvernement exécutif préfecture sous-préfecture mairie municipalité rectorat"
    " parquet tribunal cour police gendarmerie armée agence office bureau direction syndicat"
    " fédération union association collectif comité fondation institut université école entreprise"
    " société compagnie groupe banque commission conseil région parti opposition majorité club"
    " ligue ong équipe jury hôpital présidence observatoire"
    " coopérative mutuelle rédaction défense accusation assemblée conseil-général clinique musée"
    " théâtre station exploitant chambre"
)
PAPERS = "communiqué rapport étude texte document sondage lettre courriel journal source gens"
WOMEN_NOUNS = forms(PEOPLE_E, "e")
TITLES = MASCULINE | FEMININE | words(SHARED)
# Endings of given names: men's that mislead, women's, then those of the rest.
MEN_NAMED = (
    "antoine étienne stéphane eugène jeanmarie luca sacha joshua moussa issa mustapha moustapha"
    " patrice maurice fabrice brice philippe pierre émile basile rené andré rémi henri mehdi"
    " thierry rémy guy alexandre guillaume jérôme maxime baptiste serge georges christophe jacques"
    " charles"
)
WOMEN_NAMED = (
    "manon marion agnès inès anaïs ingrid muriel rachel chantal esther maud margot judith édith"
    " élisabeth sarah fanny cécile odile nour clotilde mathilde brigitte hélène irène solène"
    " monique véronique béatrice agathe solange corinne laure claire pascale ine elle ette ie ia a"
    " anne ane enne aine ance ence otte ole ise yse ande"
)
GIVEN = (
    *((end, "masculine") for end in MEN_NAMED.split()),
    *((end, "feminine") for end in WOMEN_NAMED.split()),
    *((consonant, "masculine") for consonant in "bcdfgklmnoprstuxz"),
)
