"""A set of records small enough that every saved query's answer can be worked out by hand."""

SHA = "a" * 64

SOURCES = """
- {id: source/paper, name: The Paper, kind: article, publisher: A House, date: "2026-01-10", says: News., basis: ours}
- {id: source/journal, name: The Journal, kind: article, says: Another article., basis: ours}
- {id: source/desk, name: Its desk, kind: publisher, says: Who writes the Paper., basis: ours}
- {id: source/journal-desk, name: Journal desk, kind: publisher, says: Who writes the Journal., basis: ours}
- {id: source/notice, name: The notice, kind: document, says: What both repeat., basis: ours}
"""
PAPER = f"""
source: source/paper
passages:
- {{cite: 1, origin: source/desk, sha256: {SHA}}}
- {{cite: 2, origin: source/notice, sha256: {SHA.replace("a", "b")}}}
"""
JOURNAL = f"""
source: source/journal
passages:
- {{cite: 1, origin: source/notice, sha256: {SHA.replace("a", "c")}}}
- {{cite: 2, origin: source/journal-desk, sha256: {SHA.replace("a", "d")}}}
"""
PARTIES = """
- {id: country/AA, name: Atlantis, says: Signs the pact., evidence: [paper:1]}
- {id: country/BB, name: Borduria, says: Signs the pact as well., evidence: [paper:2, journal:1]}
- id: country/CC
  name: Cimmeria
  says: Took part in the talks.
  evidence: [paper:1]
  links: [{type: ATTENDS, to: event/talks, role: participant}]
- id: agency/bank
  name: Bank of Atlantis
  kind: bank
  says: Atlantis lends through it.
  evidence: [paper:2]
  links:
    - {type: AGENCY_OF, to: country/AA}
    - {type: LEADS, to: initiative/reserve, role: leader}
- {id: company/mines, name: Border Mines, kind: company, says: Digs at the border., evidence: [journal:2]}
"""
SUBJECTS = """
- {id: mineral/tin, name: Tin, kind: mineral, says: What is dug., evidence: [paper:2]}
- {id: event/talks, name: The talks, kind: ministerial, says: Talks were held., evidence: [paper:1]}
- id: initiative/reserve
  name: Tin reserve
  kind: reserve
  says: A reserve of tin.
  evidence: [paper:2]
  claims:
    - {key: hard-times, topic: purpose, says: Keeps tin for hard times., by: [agency/bank], evidence: [paper:2]}
"""
DEALS = """
- id: deal/loan
  name: Loan for the mine
  amount: USD 10 million
  instrument: loan
  stage: approved
  whose_money: foreign_public
  says: The bank lends to the mine.
  evidence: [paper:2, journal:1]
  evidence_for: {links: [paper:2, journal:1]}
  links:
    - {type: FUNDS, from: agency/bank, role: funder}
    - {type: GOES_TO, to: company/mines, role: recipient}
    - {type: COVERS, to: mineral/tin}
    - {type: PART_OF, to: deal/total}
- id: deal/letter
  name: Letter for the mine
  amount: up to USD 5 million
  instrument: letter_of_interest
  stage: letter_issued
  whose_money: foreign_public
  says: The bank wrote a letter.
  evidence: [paper:1]
  links:
    - {type: FUNDS, from: agency/bank, role: funder}
    - {type: GOES_TO, to: company/mines, role: recipient}
- id: deal/total
  name: All loans
  amount: more than USD 12 million
  instrument: loan
  stage: approved
  whose_money: foreign_public
  says: All that the bank lends.
  evidence: [journal:1]
  links: [{type: FUNDS, from: agency/bank, role: funder}]
- id: deal/outside
  name: Private money for the mine
  amount: USD 3 million
  instrument: investment
  stage: mobilised
  whose_money: private
  says: Others put money in.
  evidence: [journal:2]
  links:
    - {type: GOES_TO, to: company/mines, role: recipient}
    - {type: ALONGSIDE, to: deal/loan}
- id: deal/pact
  name: Tin pact
  instrument: framework
  stage: signed
  whose_money: not_stated
  says: A pact was signed.
  evidence: [paper:1]
  links:
    - {type: PARTY_TO, from: [country/AA, country/BB], role: signatory}
    - {type: HAPPENS_AT, to: event/talks}
    - {type: ADVANCES, to: initiative/reserve}
    - {type: COVERS, to: mineral/tin}
"""
OWNERS = """
- {id: company/top, name: Top Holding, kind: company, says: Owns the rest., basis: ours}
- id: company/middle
  name: Middle Holding
  kind: joint_venture
  says: Is owned by two.
  basis: ours
  links:
    - {type: OWNS, from: company/top, share: 60, holding: direct, since: 2020}
    - {type: OWNS, from: person/ada, key: early, share: 30, holding: direct, since: 2018, until: 2021-06}
    - {type: OWNS, from: person/ada, key: late, share: 12.5, holding: direct, since: 2021-06}
    - {type: OWNS, to: project/shaft, share: 100, holding: direct}
    - {type: OWNS, to: company/side}
- {id: person/ada, name: Ada Ames, says: Owns a part., basis: ours}
- id: project/shaft
  name: The shaft
  kind: mine
  since: 1990
  says: A mine that is owned.
  basis: ours
  links: [{type: OWNS, from: company/top, share: 60, holding: ultimate}]
- {id: company/side, name: Side Works, kind: company, says: Is owned too., basis: ours}
"""
CHAIN = "".join(
    f"- {{id: company/step-{n}, name: Step {n}, kind: company, says: Stands in a chain., basis: ours, "
    f"links: [{{type: OWNS, to: company/step-{n + 1}}}]}}\n"
    for n in range(8)
)
RING = """
- {id: company/step-8, name: Step 8, kind: company, says: Ends a chain., basis: ours}
- id: company/ring
  name: A ring
  kind: company
  says: Owns whom it is owned by.
  basis: ours
  links:
    - {type: OWNS, from: company/loop, share: 51}
    - {type: OWNS, to: company/loop, share: 10}
- {id: company/loop, name: Its loop, kind: company, says: Owns whom it is owned by., basis: ours}
"""
MEASURES = """
- id: agency/council
  name: The Council
  kind: supranational_body
  says: Lists traders.
  basis: ours
- id: agency/court
  name: The Court
  kind: agency
  says: Annuls.
  basis: ours
  links: [{type: IMPOSES, to: measure/quota}]
- id: measure/list
  name: The gold list
  kind: sanctions
  since: 2024-05-14
  reference: No. 7
  says: The Council lists traders in gold.
  evidence: [paper:1]
  links:
    - {type: IMPOSES, from: agency/council, date: 2024-05-10, date_of: decision}
    - {type: TARGETS, to: person/pilar, key: first, since: 2024-05-14, until: 2026-02-11, ended_by: agency/court,
       ended_because: annulled, grounds: bought gold}
    - {type: TARGETS, to: person/pilar, key: second, since: 2026-02-25}
    - {type: TARGETS, to: company/gold-house, since: 2024-05-14, reference: "12", says: Gold House is listed.,
       evidence: [paper:2]}
    - {type: TARGETS, to: company/gilders, since: 2024-05, until: 2025-09}
    - {type: TARGETS, to: company/undated}
- id: measure/ban
  name: Ban on antimony
  kind: export_ban
  says: Antimony is sold to Elbonia no more.
  basis: ours
  links:
    - {type: IMPOSES, from: country/FF}
    - {type: COVERS, to: mineral/antimony}
    - {type: TARGETS, to: country/EE, since: P3M/2025-03, until: P1Y/2026-06}
- id: measure/quota
  name: Quota of antimony
  kind: export_quota
  since: 2025-01-01
  until: 2025-12-31
  says: So much antimony may be sold.
  basis: ours
  links:
    - {type: IMPOSES, from: agency/council}
    - {type: COVERS, to: mineral/antimony}
- {id: person/pilar, name: Pilar Gold, says: Trades., basis: ours}
- {id: company/gold-house, name: Gold House, kind: company, says: Trades., basis: ours}
- {id: company/gilders, name: Gilders, kind: company, says: Trades., basis: ours}
- {id: company/undated, name: Undated Ltd, kind: company, says: Trades., basis: ours}
- {id: country/EE, name: Elbonia, says: Buys., basis: ours}
- {id: country/FF, name: Freedonia, says: Sells., basis: ours}
- {id: mineral/antimony, name: Antimony, kind: mineral, says: What is sold., basis: ours}
"""
OFFICES = """
- id: person/bo
  name: Bo Clerk
  says: Sat in the Court.
  basis: ours
  links:
    - {type: SERVES, to: agency/court, key: judge, office: judge, since: 2010-03, until: 2012-06}
    - {type: SERVES, to: agency/court, key: head, office: president, since: 2012-07-01, until: 2019-12-31}
- id: person/dee
  name: Dee Scribe
  says: Sits in the Court.
  basis: ours
  links: [{type: SERVES, to: agency/court, office: president, held_on: 2021-05-03}]
"""
LOAN_SIZE = """
id: dispute/loan-size
question: How large is the loan?
kind: number
concerns: [deal/loan]
readings:
  - {key: nine, says: Nine million., rank: normal, reason: Its own count., evidence: [journal:2]}
  - {key: ten, says: Ten million., by: [agency/bank], rank: preferred, reason: The notice has it., evidence: [paper:2]}
"""

WORKED = {
    "data_set.yaml": "name: worked\ntitle: A set worked out by hand\n",
    "sources.yaml": SOURCES,
    "passages/paper.yaml": PAPER,
    "passages/journal.yaml": JOURNAL,
    "parties.yaml": PARTIES,
    "subjects.yaml": SUBJECTS,
    "deals.yaml": DEALS,
    "owners.yaml": OWNERS + CHAIN + RING,
    "measures.yaml": MEASURES,
    "offices.yaml": OFFICES,
    "disputes/loan-size.yaml": LOAN_SIZE,
}
