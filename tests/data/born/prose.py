"""Dutch prose of a made-up supplier, with the places where long words may be broken (|)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

SENTENCES = [
    "Wij onderzoeken elk jaar de ri|si|co's op kin|der|ar|beid in de hele toe|le|ve|rings|ke|ten.",
    "In 2025 bezochten wij twaalf fa|brie|ken in India, Bangladesh en Türkiye.",
    "De werk|ne|mers werden buiten de fa|briek gesproken, zonder hun lei|ding|ge|ven|den.",
    "Bij drie le|ve|ran|ciers lag het loon onder een leef|baar loon van € 241 per maand.",
    "Daarom hebben wij met hen een ver|be|ter|plan afgesproken dat loopt tot 1 juli 2027.",
    "De in|koop|af|de|ling houdt de voort|gang bij en meldt die ieder kwar|taal aan de directie.",
    "Zoë Coördinatrice is hiervoor ver|ant|woor|de|lijk; zij rapporteert aan de raad van bestuur.",
    "Wie een misstand ziet, kan die ano|niem melden via onze klach|ten|re|ge|ling.",
    "Vorig jaar kwamen er zeventien mel|din|gen binnen, waarvan er veer|tien zijn afgehandeld.",
    "Wij vragen van elke le|ve|ran|cier een lijst van zijn eigen toe|le|ve|ran|ciers.",
    "Van 38 % van de katoen weten wij nog niet van welke plan|ta|ge die komt.",
    "Met vak|bon|den en maat|schap|pe|lij|ke or|ga|ni|sa|ties overleggen wij twee keer per jaar.",
    "Een on|af|han|ke|lij|ke au|di|tor controleert of de maat|re|ge|len ook echt werken.",
    "Als een fa|briek niet wil ver|be|te|ren, bouwen wij de bestel|lin|gen zorg|vul|dig af.",
    "Het veen|gebied rond de looierij vraagt om extra zorg voor het drink|wa|ter.",
    "Wij compenseerden 46 gezinnen voor de in|ge|hou|den spaar|pre|mies over 2023 en 2024.",
]

HEADINGS = [
    "Hoe wij risico's vinden",
    "Wat wij in de fabrieken zagen",
    "Onze maatregelen",
    "Gesprekken met belanghebbenden",
    "Klachten en herstel",
    "Wat wij nog niet weten",
    "Vooruitblik",
    "Verantwoording",
]

NOTES = [
    "Verslag van het bezoek aan Tirupur, in ons dossier.",
    "Loonkompas Textiel, Loonmeting Gazipur, 2025.",
    "Register van meldingen, stand op 31 december 2025.",
    "Gesprek met vakbond Bunon Shromik op 4 maart 2025.",
    "Meetrapport afvalwater, Laboratorium Zuid, 2024.",
    "Jaarverslag van de geschillencommissie, bladzijde 12.",
]


BEGINNINGS = [
    "Vaigai",
    "Nodi",
    "Palar",
    "Megha",
    "Song",
    "Aloghor",
    "Tirup",
    "Izmir",
    "Adana",
    "Hai",
]
ENDINGS = ["karai", "rekha", "medu", "kul", "thuy", "pur", "kaya", "sal", "phong", "gazi"]


def paragraph(random: Random, least: int = 3, most: int = 6) -> str:
    """Return some sentences as one paragraph, about a firm of its own: no two begin alike."""
    firm = random.choice(BEGINNINGS) + random.choice(ENDINGS)
    sentences = random.sample(SENTENCES, random.randint(least, most))
    return " ".join([f"Dit gaat over {firm} en zijn bedrijven.", *sentences])


def printed(text: str) -> str:
    """Return the text as it is read: without the places for breaks."""
    return text.replace("|", "")
