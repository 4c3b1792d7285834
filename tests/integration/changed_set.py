"""A set of records about deals that change in time, small enough that every answer can be worked out by hand."""

from tests.integration.worked_set import JOURNAL, PAPER, SOURCES

DEALS = """
- {id: agency/port-bank, name: The Port Bank, kind: bank, says: The Port Bank lends., basis: ours}
- id: deal/charter
  name: Charter of the port
  instrument: framework
  whose_money: not_stated
  until: 2040
  says: The port gets a charter.
  evidence: [paper:1]
  history:
    - {stage: in_default, date: 2025-03-01, says: The charter is not kept., evidence: [journal:2, paper:2]}
    - {stage: announced, date: P6M/2023-06, says: Announced., evidence: [paper:1], by: [agency/port-bank]}
    - {stage: signed, date: "2024", says: The charter is signed., evidence: [journal:1]}
- id: deal/charter-paper
  name: First change of the charter
  instrument: framework
  stage: signed
  whose_money: not_stated
  date: 2024-05
  says: The charter is changed.
  evidence: [journal:2]
  links: [{type: AMENDS, to: deal/charter, date: 2024-05}]
- id: deal/new-charter
  name: New charter of the port
  instrument: framework
  stage: signed
  whose_money: not_stated
  date: 2025-06-30
  says: The port gets a new charter.
  evidence: [paper:2]
  links: [{type: SUPERSEDES, to: deal/charter, date: 2025-07}]
- id: deal/longer-charter
  name: More time for the new charter
  instrument: framework
  stage: signed
  whose_money: not_stated
  date: 2025-08-01
  says: The new charter runs longer.
  evidence: [paper:2]
  links: [{type: EXTENDS, to: deal/new-charter, date: 2025-08-01, until: 2031}]
- id: event/closing
  name: The closing
  kind: announcement
  says: The new charter was called off.
  evidence: [journal:2]
  links: [{type: CANCELS, to: deal/new-charter}]
- id: deal/pier-loan
  name: Loan for the pier
  amount: USD 40 million
  instrument: loan
  whose_money: foreign_public
  says: The bank lends for the pier.
  evidence: [paper:1]
  history:
    - {stage: announced, date: 2024-05, says: The pier loan is announced., evidence: [paper:1]}
    - {stage: committed, date: 2025-01-14, says: The pier loan is committed., evidence: [paper:2]}
    - {stage: drawn, date: 2025-09-01, says: The pier loan is drawn., evidence: [journal:2]}
  links: [{type: FUNDS, from: agency/port-bank}]
- id: deal/top-up
  name: More for the pier
  amount: USD 5 million
  instrument: loan
  stage: committed
  whose_money: foreign_public
  date: 2025-10
  says: The bank lends more for the pier.
  evidence: [paper:1]
  links:
    - {type: AMENDS, to: deal/pier-loan, date: 2025-10}
    - {type: FUNDS, from: agency/port-bank}
- id: deal/crane-loan
  name: Loan for the crane
  amount: USD 7 million
  instrument: loan
  stage: committed
  whose_money: foreign_public
  date: 2024-11
  says: The bank lends for a crane.
  evidence: [paper:1]
  links: [{type: FUNDS, from: agency/port-bank}]
- id: deal/two-cranes-loan
  name: Loan for two cranes
  amount: USD 12 million
  instrument: loan
  stage: committed
  whose_money: foreign_public
  date: 2025-06
  says: The bank lends for two cranes in the place of one.
  evidence: [paper:2]
  links:
    - {type: SUPERSEDES, to: deal/crane-loan, date: 2025-06}
    - {type: FUNDS, from: agency/port-bank}
- id: deal/tug-loan
  name: Loan for a tug
  amount: USD 3 million
  instrument: loan
  whose_money: foreign_public
  says: The bank was to lend for a tug.
  evidence: [journal:2]
  history:
    - {stage: committed, date: 2024-02, says: The tug loan is committed., evidence: [paper:1]}
    - {stage: cancelled, date: 2025-02, says: The tug loan is cancelled., evidence: [journal:2]}
  links: [{type: FUNDS, from: agency/port-bank}]
- id: deal/undated-loan
  name: A loan of no day
  amount: USD 1 million
  instrument: loan
  stage: committed
  whose_money: foreign_public
  says: The bank lends at no day that is told.
  evidence: [paper:1]
  links: [{type: FUNDS, from: agency/port-bank}]
"""

CHANGED = {
    "data_set.yaml": "name: changed\ntitle: Deals that change\n",
    "sources.yaml": SOURCES,
    "passages/paper.yaml": PAPER,
    "passages/journal.yaml": JOURNAL,
    "deals.yaml": DEALS,
}
