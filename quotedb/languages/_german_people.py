"""German offices, callings and given names."""

from __future__ import annotations

from quotedb.languages import forms, words

OFFICES = (
    "minister ministerpräsident premierminister premier präsident vizepräsident vorsitzende"
    " vorsitzender bundeskanzler kanzler altkanzler bürgermeister oberbürgermeister landrat senator"
    " staatssekretär außenminister innenminister finanzminister verteidigungsminister"
    " bundesinnenminister bundesaußenminister bundesfinanzminister bundesminister"
    " wirtschaftsminister umweltminister verkehrsminister justizminister kultusminister"
    " gesundheitsminister arbeitsminister sozialminister landwirtschaftsminister"
    " bundesverkehrsminister bundesgesundheitsminister bundespräsident bundestagspräsident"
    " parteichef parteivorsitzender fraktionschef fraktionsvorsitzender generalsekretär"
    " geschäftsführer sprecher regierungssprecher pressesprecher polizeisprecher direktor leiter"
    " chef vorstand vorstandsvorsitzender vorstandschef aufsichtsratschef abgeordneter abgeordnete"
    " botschafter kommissar general oberst major hauptmann admiral kommandeur oberbefehlshaber"
    " richter staatsanwalt generalstaatsanwalt anwalt rechtsanwalt verteidiger professor doktor"
    " bischof erzbischof kardinal papst pfarrer pastor rabbiner imam könig königin prinz prinzessin"
    " kaiser kaiserin zar fürst graf gräfin herzog scheich trainer bundestrainer cheftrainer"
    " teamchef kapitän manager dozent forscher wissenschaftler historiker ökonom experte"
    " politiker schriftsteller autor journalist redakteur chefredakteur unternehmer gründer"
    " gewerkschafter sekretär beauftragter datenschutzbeauftragter gouverneur schatzmeister"
    " stadtrat gemeinderat ratsherr dezernent kämmerer intendant regisseur schauspieler sänger"
    " musiker künstler dirigent arzt chefarzt rektor dekan schulleiter hafenmeister"
)
# Bodies that speak as one, and are nobody's role.
BODIES = (
    "konzern verband gewerkschaft hersteller betreiber reederei opposition fraktion polizei"
    " staatsanwaltschaft gericht verwaltung bundesregierung landesregierung koalition verein jury"
    " gesellschaft stiftung kirche initiative freundeskreis ministerium hochschule universität"
    " klinik kommission kammer agentur partei regierung behörde unternehmen firma belegschaft"
    " rechnungshof bündnis ausschuss institut organisation genossenschaft versicherung feuerwehr"
    " aufsichtsrat betriebsrat elternbeirat personalrat senat rathaus magistrat"
    " geschäftsführung direktion redaktion bundeswehr armee geheimdienst bistum diözese"
    " kartellamt bundesamt landesamt fabrik werft brauerei molkerei verlag bergwerk kraftwerk"
    " sparkasse museumsverein sportverein heimatverein anklage nebenklage verteidigung"
    " krankenkasse wetterdienst leitstelle"
)
WOMEN = forms(
    "minister ministerpräsident premierminister präsident vizepräsident bundeskanzler kanzler"
    " bürgermeister oberbürgermeister landrät senator außenminister innenminister finanzminister"
    " verteidigungsminister justizminister umweltminister verkehrsminister sprecher pressesprecher"
    " regierungssprecher polizeisprecher direktor leiter chef geschäftsführer richter staatsanwält"
    " anwält rechtsanwält professor doktor bischöf pfarrer pastor trainer manager dozent forscher"
    " wissenschaftler historiker ökonom expert politiker schriftsteller autor journalist redakteur"
    " unternehmer gründer gewerkschafter sekretär gouverneur stadträt dezernent intendant"
    " schauspieler sänger musiker künstler ärzt rektor dekan schulleiter botschafter kommissar"
    " generalsekretär lehrer schüler student zeug nachbar anwohner besitzer bewohner kolleg"
    " archivar kapitän fischer wirt bäcker landwirt gastwirt biolog psycholog soziolog archäolog"
    " geolog meteorolog philosoph regisseur dirigent rentner beamt polizist aktivist arbeiter"
    " mitarbeiter händler betreiber pfleger fahrer bäuer köch dichter komponist moderator kritiker"
    " verleger hebamm",
    "in innen",
)
# Ends of the words for women's trades, of which there are ever new ones. None is a given name's,
# as `erin` would be (Severin).
TRADES = words(
    "lerin nerin terin derin gerin berin ferin serin kerin merin istin ologin antin eurin"
)
# Endings of given names: women's and men's that mislead, then those of the rest.
WOMEN_NAMED = (
    "ild ruth birgit ingrid astrid sigrid karin kerstin katrin kathrin kristin christin iris doris"
    " ines"
    " agnes gertrud elisabeth lisbeth edith judith margret annegret gret ingeborg hedwig miriam"
    " sarah hannah rahel esther ellen gudrun solveig helen carmen karen marion ann kirsten maren"
    " yasemin aylin jasmin isabel christel bärbel gretel rachel almut dagmar hildegard irmgard"
    " babett annett margot madlen evelyn marlen beatrix marlies liselott nadin janin helgard"
    " mandy nancy cindy jenny conny leni vroni vreni lilli emily melanie rosemarie"
    " annemarie marie sophie stefanie julie amelie eliz aysel nursel songül gül nur dilek"
)
MEN_NAMED = (
    "luca sascha jona joshua elia nikita mustafa uwe arne helge malte hauke ole sönke thore rune"
    " onne enne otte tjade bjarne lasse sunke momme boje renke menke heye fiete hinnerk focke ede"
)
GIVEN = (
    *((end, "feminine") for end in WOMEN_NAMED.split()),
    *((end, "masculine") for end in MEN_NAMED.split()),
    ("a", "feminine"), ("e", "feminine"), ("o", "masculine"),
    ("y", "masculine"),
    *((consonant, "masculine") for consonant in "bcdfghjklmnpqrstvwxzß"),
)  # fmt: skip
# Callings that longer words end in and family names do not, with their feminines.
HIS = (
    "fahrer führer unternehmer lehrer schüler arbeiter pfleger inhaber besitzer berater vertreter"
    " betreiber"
    " techniker ingenieur botschafter verteidiger stürmer spieler züchter schützer referent"
    " assistent polizist pilot winzer sänger architekt moderator korrespondent veranstalter"
    " organisator koordinator sponsor investor aktivist gewerkschafter mieter rentner pendler"
    " tourist urlauber anwohner nachbar gründer inspizient dozent student präsident biograf"
    " fotograf geograf kapitän sekretär dramaturg jurist statistiker kritiker physiker chemiker"
    " mathematiker informatiker mechaniker musiker grafiker politiker akademiker trainer leiter"
    " reeder retter sanitäter helfer demonstrant praktikant kommandant intendant spezialist"
    " patient kandidat soldat magistrat diplomat gastronom astronom"
    " mediziner betreuer erzieher"
    " verkäufer einkäufer käufer züchter taucher schwimmer läufer radfahrer skifahrer"
    " makler redner sprecher schreiber verleger entwickler programmierer hersteller lieferant"
    " kollegiat erbauer gärtner imker tischler schreiner elektriker installateur friseur"
    " passagier zuschauer passant senior"
)
CALLINGS = (
    words(HIS)
    | forms(HIS, "in")
    | words(
        "dame kunde kundin ältere gastgeber gastgeberin "
        "ärztin arzt kollege kollegin beamter beamte beamtin bäuerin landwirt landwirtin"
        " gastwirt wirtin"
        " ologe biologe geologe psychologe soziologe archäologe theologe virologe politologe"
        " zeuge zeugin"
        " obmann obfrau kauffrau kaufmann amtsfrau fachfrau fachmann ehefrau ehemann torwart"
        " torhüter"
        " torhüterin hebamme schwester witwe amtsleiter rätin stadtrat gemeinderat studienrat lotse"
        " bundeskanzler vizekanzler"
    )
)
# Trades that are no family names.
MEN = words(
    "landwirt gastwirt buchhändler baggerfahrer fahrer kreisbrandmeister brandmeister bademeister"
    " hausmeister revierförster verleger kritiker historiker biologe psychologe soziologe"
    " archäologe geologe meteorologe regisseur dirigent intendant rentner student schriftsteller"
    " autor journalist redakteur wissenschaftler politiker unternehmer gründer"
    " verhandlungsführer lehrer betriebsrat betriebsratschef stürmer torwart mittelfeldspieler"
    " vormann einsatzleiter komponist moderator pianist kurator dichter psychotherapeut politologe"
    " meeresbiologe informatiker elektroniker mechatroniker streetworker blogger influencer"
    " joker doktorand chefredakteur ortsvorsteher"
)
