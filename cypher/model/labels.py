"""The labels. To add one: declare it here, then write its records."""

from cypher.model.declarations import Family, NodeType, Property, PropertyKind
from cypher.model.properties import AMOUNT, BESIDE, DATE, DATE_OF, NAME, NAMES, SINCE, TERMS, TOLD_AS_OF, UNTIL, kinds
from ledger.deals import AmountOf, Instrument, ListOfParts, MeasuredAs, Stage, WhoseMoney
from ledger.disputes import Disagreement, DisputeKind, Rank, Stance, Weight

LABELS = (
    NodeType(
        "Country", "country", "Countries", Family.PARTY,
        "A country; as a party it stands for its government.",
        (*NAMES, Property("iso_alpha2", "ISO 3166-1 code, ours, to join other data")),
    ),
    NodeType(
        "Agency", "agency", "Agencies", Family.PARTY,
        "A department, agency, bank or other public body.",
        (
            *NAMES,
            kinds(
                "department", "agency", "bank", "multilateral_bank", "fund", "regulator", "court", "office",
                "supranational_body", "working_group",
            ),
        ),
    ),
    NodeType(
        "Company", "company", "Companies", Family.PARTY,
        "A company, a consortium, or a group that a source leaves unnamed.",
        (
            *NAMES,
            kinds(
                "company", "consortium", "joint_venture", "bank", "fund", "insurer", "trader", "state_company",
                "association", "trust", "unnamed",
            ),
        ),
    ),
    NodeType(
        "Person", "person", "People", Family.PARTY,
        "A person, by the name that the sources give.",
        NAMES,
    ),
    NodeType(
        "Initiative", "initiative", "Initiatives", Family.DEAL,
        "A forum, reserve, partnership or programme that parties run together.",
        (
            *NAMES, DATE, DATE_OF, UNTIL,
            kinds(
                "forum", "reserve", "partnership", "programme", "fund", "list", "working_group", "mission", "project",
            ),
        ),
    ),
    NodeType(
        "Deal", "deal", "Deals", Family.DEAL,
        "One figure or one paper between parties: a figure is never more than one deal.",
        (
            NAME,
            Property("instrument", "what paper it stands on", PropertyKind.TERM, True, tuple(Instrument)),
            Property("stage", "how far it has come", PropertyKind.TERM, True, tuple(Stage)),
            Property("whose_money", "whose money it is", PropertyKind.TERM, True, tuple(WhoseMoney)),
            Property("money_of", "id of the country or agency whose public money it is"),
            *AMOUNT,
            Property("measured_as", "on what basis a quantity is measured; absent where it is not stated",
                     PropertyKind.TERM, terms=tuple(MeasuredAs)),
            Property("amount_of", "what is there, what comes or is let go of a stock; what is a cost or demanded",
                     PropertyKind.TERM, terms=tuple(AmountOf)),
            Property("amount_period", "the time that the figure is of, such as a year of production; added to none of "
                     "another", PropertyKind.DATE),
            *BESIDE, TOLD_AS_OF, *TERMS,
            Property("list_of_parts", "what its source says of the list of its parts: open where it names some, "
                     "complete where these are all; absent where it says neither", PropertyKind.TERM,
                     terms=tuple(ListOfParts)),
            DATE, DATE_OF, SINCE,
            Property("until", "the day on which it ends, as precise as stated", PropertyKind.DATE),
            Property("notice", "the kind of public notice it was offered by"),
        ),
    ),
    NodeType(
        "Measure", "measure", "Measures against", Family.DEAL,
        "What a government does against somebody or something: sanctions, a ban, a quota, a tariff; it has no money.",
        (
            *NAMES,
            kinds(
                "sanctions", "export_ban", "export_quota", "export_licence", "import_ban", "tariff",
                "investment_screening", "other",
            ),
            DATE, DATE_OF, SINCE, UNTIL,
            Property("legal_basis", "the law or act that it rests on, as the source names it"),
            Property("reference", "its number in a gazette, register or list"),
        ),
    ),
    NodeType(
        "Project", "project", "Projects", Family.CONTEXT,
        "A mine, plant, site or line of transport.",
        (
            *NAMES,
            kinds(
                "mine", "plant", "project", "corridor", "railway", "port", "power_plant", "refinery", "smelter",
            ),
            SINCE, UNTIL,
            Property("latitude", "degrees north, from -90 to 90; never without a longitude", PropertyKind.DECIMAL),
            Property("longitude", "degrees east, from -180 to 180; never without a latitude", PropertyKind.DECIMAL),
        ),
    ),
    NodeType(
        "Mineral", "mineral", "Minerals", Family.CONTEXT,
        "A mineral, group of minerals or product, at the granularity of the source.",
        (*NAMES, kinds("mineral", "group", "product")),
    ),
    NodeType(
        "Place", "place", "Places", Family.CONTEXT,
        "A place smaller or larger than a country.",
        (*NAMES, kinds("state", "town", "region", "country_part")),
    ),
    NodeType(
        "Event", "event", "Events", Family.CONTEXT,
        "A meeting, announcement or gathering.",
        (*NAMES, DATE, DATE_OF, kinds("ministerial", "forum", "working_group", "announcement", "press")),
    ),
    NodeType(
        "Source", "source", "Sources", Family.EVIDENCE,
        "An article, or a document, statement, post or publisher that passages repeat.",
        (
            NAME,
            kinds("article", "document", "statement", "post", "publisher"),
            Property("publisher", "who published it, as far as stated"),
            Property("credit", "the news agency that it credits"),
            DATE, DATE_OF,
            Property("article", "the name of the article's file, for whoever holds it"),
            Property("url", "where it can be read"),
            Property("licence", "under which terms it may be used, as it says itself"),
            Property("retrieved", "the day on which it was read there", PropertyKind.DATE),
        ),
    ),
    NodeType(
        "Passage", "passage", "Passages", Family.EVIDENCE,
        "A numbered line of an article, or one sentence of it, by its fingerprint.",
        (
            NAME,
            Property("source", "id of the article", required=True),
            Property("line", "number of the line, from 1", PropertyKind.INTEGER, True),
            Property("sentence", "number of the sentence in the line, from 1", PropertyKind.INTEGER),
            Property("sha256", "SHA-256 of the normalised text", required=True),
            Property("origin", "id of the source whose words it repeats", required=True),
        ),
    ),
    NodeType(
        "Claim", "claim", "Claims", Family.EVIDENCE,
        "Something that a source says: a reading of a dispute, or a statement about a node.",
        (
            NAME,
            Property("topic", "what it is about: purpose, plan, weight, description", PropertyKind.TERM,
                     terms=("reading", "purpose", "plan", "weight", "description", "stage")),
            Property("stage", "of the topic stage: to which stage a deal came", PropertyKind.TERM, terms=tuple(Stage)),
            Property("date", "of the topic stage: when it did", PropertyKind.DATE),
            Property("rank", "how it stands among its rivals", PropertyKind.TERM, True, tuple(Rank)),
            Property("stance", "whether its passages affirm or deny", PropertyKind.TERM, True, tuple(Stance)),
            Property("reason", "why it has this rank, or why a stage went back"),
            Property("changes", "of a reading: what would be otherwise if it held, each as a JSON object",
                     PropertyKind.TEXT_LIST),
        ),
    ),
    NodeType(
        "Dispute", "dispute", "Disputes", Family.EVIDENCE,
        "A question that the sources answer differently, or a doubtful reading.",
        (
            NAME,
            Property("kind", "what the readings differ in", PropertyKind.TERM, True, tuple(DisputeKind)),
            Property("weight", "what hangs on it; absent where nobody weighed it", PropertyKind.TERM,
                     terms=tuple(Weight)),
            Property("would_change", "what would change for a reader if another reading held"),
            Property("disagreement", "who is at odds with whom, told by the passages of the readings",
                     PropertyKind.TERM, terms=tuple(Disagreement)),
            Property("concerned_relationships", "ids of the relationships that it concerns", PropertyKind.TEXT_LIST),
        ),
    ),
    NodeType(
        "DataSet", "data_set", "Data sets", Family.BOOKKEEPING,
        "What was loaded, in which version, and when.",
        (
            NAME,
            Property("version", "hash of all its records", required=True),
            Property("digest", "digest of the record files and of the code that read them"),
            Property(
                "state", "loading (at first) or renewing until the last batch is in", PropertyKind.TERM, True,
                ("loading", "renewing", "dropping", "complete"),
            ),
            Property("origin", "where it was loaded from: package, or a folder by its name and a hash of its path"),
            Property("owner", "which process is writing to it; absent while nobody does"),
            Property("beat", "how many batches were written while it was", PropertyKind.INTEGER),
            Property("search_form", "in which form its nodes hold search_text", PropertyKind.INTEGER),
            Property("guide", "where to begin, what to ask first and from which values, as JSON"),
            Property("model", "labels, types, properties and terms that it adds to the model, as JSON"),
            Property("units", "units that it declares beside those that all sets have", PropertyKind.TEXT_LIST),
            Property("loaded_at", "when the load ended, UTC, ISO text"),
        ),
    ),
)  # fmt: skip
