"""The words that stand in tables and panels, each in a sentence for who meets it there for the first time."""

GLOSSARY = {
    "stage": "How far a deal has come, from intended and announced to committed and funded, as the sources say.",
    "side": "Whose money it is, as sums keep it apart: the US government's, a government's or public bank's by "
    "name, multilateral, blended, other outside money, mixed, or not stated.",
    "as of": "How the deals had stood by the end of a day: each with the stage that it had come to by then.",
    "whose money": "Who pays: the US government, a foreign government, private investors, several, or not stated.",
    "money of": "The government or public bank whose money it is.",
    "instrument": "The paper that a deal stands on: a loan, equity, a letter of interest, a memorandum …",
    "floor": "What it comes to at least. A figure that is stated as “up to” adds nothing to a floor.",
    "ceiling": "What it comes to at most. There is none where a figure is stated as “more than” or “at least”.",
    "origin": "The document, statement, post or publisher whose words a passage repeats.",
    "origins": "How many documents, statements, posts or publishers it goes back to. Articles that repeat one and the "
    "same do not confirm one another.",
    "articles": "How many articles say it. They may repeat one and the same origin.",
    "disputed": "A disagreement about it decides, matters or is a detail: every reading is kept.",
    "gathered into one": "Countries that only took part in an event, drawn as one node beside it: double-click to show "
    "each.",
    "several in one line": "Relationships between the same two nodes, drawn as one line with their number. It is "
    "dashed and coloured as the most disputed of them: double-click or press g to draw each.",
    "leaves in one mark": "Nodes of one kind that hang on one node alone, drawn as one mark with their number. It is "
    "marked as the most disputed of them: double-click or press b to draw each.",
    "disputes": "Questions about it, or about a relationship of it, that the sources answer differently.",
    "weight": "What hangs on a disagreement: it decides (money, parties, stage, existence), matters (date, role, "
    "scope, wording with consequences), or is a detail of style or translation.",
    "would change": "What would change for a reader if another reading held.",
    "disagreement": "Who is at odds with whom: two sources differ, one source is at odds with itself, the same passage "
    "can be read in several ways, or all readings may hold.",
    "rank": "How a reading stands among its rivals: preferred (the graph holds it), normal or deprecated.",
    "basis": "How it follows from the passages: stated, interpreted, derived from other facts, or ours.",
    "umbrella": "A figure that mixes papers, stages or funders: it stands beside sums and is never added.",
    "whole": "A deal that other deals lie inside of: it stands for its parts in a sum, so that nothing counts twice.",
    "part": "A deal whose figure lies inside another deal's.",
    "role": "How the first stands to the second: as funder, recipient, signatory, host …",
    "qualifier": "How firm the figure is: exact, about, up to, more than, at least, a range, or not quantified.",
    "measured as": "On what basis a quantity is measured. Figures of two bases are never added.",
    "amount of": "Whether a figure counts a stock, a flow, or what is released of a stock. They are never added.",
    "exposure": "What a guarantee or insurance may have to pay one day. It is no money given, and in no sum.",
    "option": "A right to buy, extend or take part: nothing is agreed until it is taken up. Its figure is in no sum.",
    "offtake": "Goods that a buyer undertakes to take. Their quantity is added; their value is no money given.",
    "equity stake": "A part of a company that is held. What it is worth is in no sum; money paid for shares is equity.",
    "interest": "What a loan bears in per cent a year: a rate, a range, or a benchmark such as SOFR with a margin.",
    "tenor": "How long a loan, cover or contract runs.",
    "maturity": "The day on which the last of it falls due.",
    "share": "How much of it is the owner's or funder's, in per cent. Shares are never added to anything.",
    "holding": "Whether a stake is the owner's own (direct), or held by way of others (ultimate).",
    "held on": "A day on which it was held, where no source tells its beginning.",
    "held then": "Whether it held on the day that was asked for: yes, or not certain where its dates leave it open.",
    "effective share": "What a chain of stakes comes to in per cent: one share times the next, worked out and never "
    "stated. There is none where several chains lead there, or where a share in it is not stated as direct.",
    "effective note": "How the effective share was worked out, and what is open about it.",
    "on behalf of": "The party for which a person signed; the person is no party.",
    "measure": "What a government does against somebody or something: sanctions, a ban, a quota, a tariff.",
    "listed": "The day on which it was put under the measure, as precisely as the sources say.",
    "delisted": "The day from which it is under the measure no longer; none where no source tells an end.",
    "listed then": "Whether it is listed on the day that was asked for: yes, or not certain where a day is not told.",
    "by whom": "Who imposes the measure.",
    "grounds": "Why it was put under the measure, as the source says.",
    "ended by": "Who took it off the measure.",
    "legal basis": "The law or act that the measure rests on.",
    "reference": "Its number in a list, register or gazette.",
    "former names": "Names that it had for a time, as far as the sources say when.",
    "not itemised": "What a whole holds beyond the parts that the sources name.",
}  # fmt: skip


def spell_term(term: str) -> str:
    """A term as people write it: `letter_issued` is letter issued, `us_government` is US government."""
    return " ".join("US" if word == "us" else word for word in term.split("_"))


def explain(word: str) -> str | None:
    """What a word or the heading of a column means; None for one that speaks for itself."""
    return GLOSSARY.get(word.replace("_", " ").lower())
