"""Words by which a draft guesses what a column or a cell is. A guess is only ever written into a draft, with its
reason."""

HEADINGS: dict[str, tuple[str, ...]] = {
    "id": ("ref", "reference", "id", "no", "number", "deal no", "code", "key", "licence no", "nr"),
    "funder": ("lender", "funder", "bailleur", "donor", "investor", "bank", "financier", "who pays", "funded by",
               "source of funds",
               "geldgeber", "prêteur", "financiador", "payer", "creditor"),
    "recipient": ("borrower", "recipient", "bénéficiaire", "beneficiary", "investee", "client", "empfänger",
                  "beneficiario",
                  "debtor", "company", "grantee", "issuer"),
    "buyer": ("buyer", "offtaker", "purchaser", "acheteur", "käufer", "comprador"),
    "seller": ("seller", "supplier", "vendor", "producer", "vendeur", "verkäufer", "vendedor"),
    "owner": ("shareholder", "owner", "parent", "actionnaire", "gesellschafter", "beneficial owner"),
    "owned": ("holder", "subsidiary", "licensee", "entity", "owned company", "titulaire"),
    "owner_kind": ("shareholder type", "owner type", "type of owner"),
    "project": ("project", "mine", "asset", "site", "plant", "projet", "projekt", "proyecto"),
    "country": ("country", "countries", "pays", "land", "país", "jurisdiction", "location", "reg country",
                "pays du projet", "state"),
    "mineral": ("mineral", "commodity", "metal", "product", "minerai", "produit", "rohstoff", "material"),
    "amount": ("amount", "montant", "value", "size", "commitment", "betrag", "importe", "monto", "quantity", "qty",
               "volume",
               "tonnage", "principal", "investment", "sum", "usd", "eur"),
    "unit": ("uom", "unit", "units", "currency", "ccy", "devise", "währung", "moneda"),
    "share": ("share", "stake", "shareholding", "per cent", "percentage", "interest", "%", "part", "anteil"),
    "instrument": ("instrument", "facility", "type", "deal type", "product type", "kind of deal"),
    "stage": ("status", "stage", "st", "état", "où en est-on", "statut", "state of play", "stand", "estado", "phase"),
    "date": ("date", "signing", "signed on", "dated", "board date", "day", "datum", "fecha", "when", "year"),
    "since": ("held from", "since", "from", "start", "start date", "depuis"),
    "until": ("until", "end", "end date", "expiry", "maturity"),
    "url": ("link", "url", "source", "web", "lien", "quelle"),
    "notes": ("note", "notes", "remarks", "remark", "remarques", "comment", "comments", "governing law", "bemerkung",
              "term"),
}  # fmt: skip
"""By what a column may be, words of headings in small letters. Of several that fit, the longest word wins."""
STAGES = {
    "intended": "intended", "planned": "intended", "under appraisal": "exploring", "appraisal": "exploring",
    "exploring": "exploring", "in discussion": "negotiating", "negotiating": "negotiating",
    "in negotiation": "negotiating",
    "en discussion": "negotiating", "mandated": "negotiating", "letter issued": "letter_issued",
    "announced": "announced",
    "promised": "announced", "pledged": "announced", "promis": "announced", "annoncé": "announced",
    "offered": "offered",
    "signed": "signed", "signé": "signed", "unterzeichnet": "signed", "firmado": "signed", "conditional": "conditional",
    "approved": "approved", "approuvé": "approved", "genehmigt": "approved", "committed": "committed",
    "closed": "closed",
    "financial close": "closed", "disbursed": "drawn", "paid": "funded", "funded": "funded", "versé": "funded",
    "ausgezahlt": "drawn", "drawn": "drawn", "default": "in_default", "withdrawn": "withdrawn",
    "cancelled": "cancelled",
    "canceled": "cancelled", "annulé": "cancelled", "off": "cancelled", "terminated": "cancelled",
}  # fmt: skip
INSTRUMENTS = {
    "loan": "loan", "senior loan": "loan", "term loan": "loan", "eca loan": "loan", "mezzanine": "loan",
    "facility": "loan",
    "vat facility": "loan", "prêt": "loan", "darlehen": "loan", "bond": "debt", "notes": "debt", "debt": "debt",
    "equity": "equity",
    "grant": "grant", "technical assistance": "grant", "don": "grant", "subvention": "grant", "guarantee": "guarantee",
    "garantie": "guarantee", "insurance": "insurance", "offtake": "offtake", "mou": "memorandum",
    "memorandum": "memorandum",
    "framework": "framework", "letter of interest": "letter_of_interest", "letter of intent": "letter_of_intent",
    "joint venture": "joint_venture", "option": "option", "investment": "investment",
}  # fmt: skip
BLANKS = (
    "n/a",
    "na",
    "n.a.",
    "n.c.",
    "tbc",
    "tbd",
    "-",
    "–",
    "—",
    "?",
    "unknown",
    "none",
    "not disclosed",
    "undisclosed",
    "nil",
    "k.a.",
)
GROUPS = (
    "rare earths",
    "rare earth elements",
    "ree",
    "critical minerals",
    "battery metals",
    "platinum group metals",
    "pgm",
)
PRODUCT_WORDS = ("conc", "cathode", "carbonate", "hydroxide", "oxide", "sulphate", "sulfate", "matte", "ingot",
"spodumene",
                 "powder", "flake", "magnet")  # fmt: skip
PUBLIC_WORDS = {
    "ministry": ("Agency", "department"), "ministère": ("Agency", "department"), "department": ("Agency", "department"),
    "ministerium": ("Agency", "department"), "government": ("Agency", "agency"), "gouvernement": ("Agency", "agency"),
    "agency": ("Agency", "agency"), "état": ("Agency", "agency"), "commission": ("Agency", "supranational_body"),
    "authority": ("Agency", "regulator"), "development bank": ("Agency", "bank"), "export-import": ("Agency", "bank"),
}  # fmt: skip
COMPANY_KINDS = {
    "bank": "bank", "banque": "bank", "banco": "bank", "capital": "fund", "fund": "fund", "fonds": "fund",
    "trust": "trust",
    "insurance": "insurer", "trading": "trader", "consortium": "consortium", "association": "association",
}  # fmt: skip
OWNER_KINDS = {
    "company": ("Company", "company"), "corporate": ("Company", "company"), "state": ("Country", "nothing"),
    "government": ("Country", "nothing"), "individual": ("Person", "nothing"), "person": ("Person", "nothing"),
    "trust": ("Company", "trust"), "fund": ("Company", "fund"), "state company": ("Company", "state_company"),
}  # fmt: skip
SYMBOLS = {
    "Ag": "Silver", "Al": "Aluminium", "As": "Arsenic", "Au": "Gold", "Be": "Beryllium", "Bi": "Bismuth",
    "Ce": "Cerium", "Co": "Cobalt", "Cr": "Chromium", "Cu": "Copper", "Dy": "Dysprosium", "Er": "Erbium",
    "Eu": "Europium", "Fe": "Iron", "Ga": "Gallium", "Gd": "Gadolinium", "Ge": "Germanium", "Hf": "Hafnium",
    "Ho": "Holmium", "In": "Indium", "Ir": "Iridium", "La": "Lanthanum", "Li": "Lithium", "Lu": "Lutetium",
    "Mg": "Magnesium", "Mn": "Manganese", "Mo": "Molybdenum", "Nb": "Niobium", "Nd": "Neodymium", "Ni": "Nickel",
    "Os": "Osmium", "Pb": "Lead", "Pd": "Palladium", "Pr": "Praseodymium", "Pt": "Platinum", "Re": "Rhenium",
    "Rh": "Rhodium", "Ru": "Ruthenium", "Sb": "Antimony", "Sc": "Scandium", "Si": "Silicon", "Sm": "Samarium",
    "Sn": "Tin", "Ta": "Tantalum", "Tb": "Terbium", "Te": "Tellurium", "Ti": "Titanium", "Tm": "Thulium",
    "U": "Uranium", "V": "Vanadium", "W": "Tungsten", "Y": "Yttrium", "Yb": "Ytterbium", "Zn": "Zinc",
    "Zr": "Zirconium",
}  # fmt: skip
"""Chemical symbols in the capitals of chemists, with what people call the metal."""
