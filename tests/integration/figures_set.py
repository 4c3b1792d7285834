"""Records with every kind of figure that is told and not simply added, few enough to work each answer out by hand."""

PARTIES = """
- {id: country/AA, name: Atlantis, says: Grants and buys., basis: ours}
- {id: country/BB, name: Borduria, says: Buys., basis: ours}
- {id: country/CC, name: Cimmeria, says: Holds a fair., basis: ours}
- {id: country/DD, name: Dinotopia, says: Has nothing to do with it., basis: ours}
- id: place/hills
  name: The hills
  kind: country_part
  says: Hills of Borduria.
  basis: ours
  links: [{type: LIES_IN, to: country/BB}]
- id: agency/treasury
  name: Treasury of Atlantis
  kind: department
  says: Grants.
  basis: ours
  links: [{type: AGENCY_OF, to: country/AA}]
- id: agency/desk
  name: Mining desk
  kind: office
  says: Calls for mines.
  basis: ours
  links: [{type: AGENCY_OF, to: agency/treasury}]
- {id: company/pits, name: Pits, kind: company, says: Digs., basis: ours}
- {id: company/smelters, name: Smelters, kind: company, says: Smelts., basis: ours}
- id: person/eve
  name: Eve Envoy
  says: Speaks for the treasury.
  basis: ours
  links: [{type: SERVES, to: agency/treasury, office: envoy}]
- {id: mineral/metals, name: Metals, kind: group, says: What is smelted., basis: ours}
- id: mineral/tin
  name: Tin
  kind: mineral
  says: What is dug.
  basis: ours
  links: [{type: KIND_OF, to: mineral/metals}]
- {id: mineral/zinc, name: Zinc, kind: mineral, says: What is smelted., basis: ours}
- id: event/fair
  name: The fair
  kind: ministerial
  says: Cimmeria held a fair.
  basis: ours
  links:
    - {type: HOSTS, from: country/CC, role: host}
    - {type: ATTENDS, from: [country/AA, person/eve], role: participant}
"""
DEALS = """
- id: deal/grant
  name: Grant for the pits
  amount: USD 4 million
  instrument: grant
  stage: committed
  whose_money: foreign_public
  says: The treasury grants to the pits.
  basis: ours
  links:
    - {type: FUNDS, from: agency/treasury}
    - {type: GOES_TO, to: company/pits, role: recipient}
    - {type: LOCATED_IN, to: place/hills}
    - {type: COVERS, to: mineral/tin}
- id: deal/grant-again
  name: Grant as told elsewhere
  amount: USD 4 million
  instrument: grant
  stage: committed
  whose_money: foreign_public
  says: Somebody grants as much.
  basis: ours
  links: [{type: MAY_BE_SAME_AS, to: deal/grant}]
- id: deal/beside
  name: Money beside the grant
  amount: USD 9 million
  instrument: investment
  stage: mobilised
  whose_money: private
  says: Others put money in.
  basis: ours
  links: [{type: ALONGSIDE, to: deal/grant}]
- id: deal/joint
  name: Joint loan
  amount: about USD 6 million
  instrument: loan
  stage: conditional
  whose_money: foreign_public
  says: The treasury and its desk lend together.
  basis: ours
  links:
    - {type: FUNDS, from: [agency/desk, agency/treasury]}
    - {type: GOES_TO, to: [company/pits, company/smelters], role: recipient}
- id: deal/calls
  name: All calls
  amount: unquantified USD
  instrument: funding_opportunity
  stage: offered
  whose_money: foreign_public
  says: The desk calls.
  basis: ours
  links: [{type: FUNDS, from: agency/desk}]
- id: deal/first-call
  name: First call
  amount: up to USD 2 million
  instrument: funding_opportunity
  stage: offered
  whose_money: foreign_public
  notice: NOFO
  date: 2025-03
  says: The desk calls for mines.
  basis: ours
  links:
    - {type: FUNDS, from: agency/desk}
    - {type: PART_OF, to: deal/calls}
- id: deal/second-call
  name: Second call
  amount: USD 1 million
  instrument: funding_opportunity
  stage: offered
  whose_money: foreign_public
  notice: NOI
  date: "2025-01-10"
  says: The desk calls again.
  basis: ours
  links:
    - {type: FUNDS, from: agency/desk}
    - {type: GOES_TO, to: company/pits, role: purpose}
- id: deal/budget
  name: Budget for mines
  amount: more than USD 20 million
  instrument: loan
  stage: committed
  whose_money: foreign_public
  says: What Atlantis has bound for mines.
  basis: ours
  links: [{type: FUNDS, from: country/AA}]
- id: deal/old-loan
  name: Old loan
  amount: USD 3 million
  instrument: loan
  stage: committed
  whose_money: foreign_public
  says: The treasury lent.
  basis: ours
  links:
    - {type: FUNDS, from: agency/treasury}
    - {type: GOES_TO, to: company/smelters, role: recipient}
- id: deal/new-loan
  name: New loan
  amount: USD 5 million
  instrument: loan
  stage: committed
  whose_money: foreign_public
  says: The treasury lends in the place of the old loan.
  basis: ours
  links:
    - {type: FUNDS, from: agency/treasury}
    - {type: GOES_TO, to: company/smelters, role: recipient}
    - {type: SUPERSEDES, to: deal/old-loan}
    - {type: PART_OF, to: deal/budget}
- id: deal/tranche
  name: First tranche
  amount: USD 2 million
  instrument: loan
  stage: committed
  whose_money: foreign_public
  says: What was lent first.
  basis: ours
  links: [{type: PART_OF, to: deal/new-loan}]
- id: deal/tin-for-two
  name: Tin for two
  amount: 300 tons
  instrument: supply
  stage: signed
  whose_money: not_stated
  says: Smelters sells tin to two.
  basis: ours
  links:
    - {type: PARTY_TO, from: company/smelters, role: seller}
    - {type: GOES_TO, to: [country/AA, country/BB], role: recipient}
    - {type: COVERS, to: mineral/tin}
- id: deal/zinc-a-year
  name: Zinc a year
  amount: 50 tons_per_year
  instrument: offtake
  stage: announced
  whose_money: not_stated
  says: Atlantis is to take zinc.
  basis: ours
  links:
    - {type: GOES_TO, to: country/AA, role: recipient}
    - {type: COVERS, to: mineral/zinc}
- id: deal/plan
  name: Plan of two
  instrument: action_plan
  stage: intended
  whose_money: not_stated
  says: A plan is intended.
  basis: ours
  links: [{type: PARTY_TO, from: [country/AA, country/BB], role: intending_party}]
- id: deal/treaty
  name: Tin treaty
  instrument: framework
  stage: signed
  whose_money: not_stated
  says: A treaty was signed.
  basis: ours
  links:
    - {type: PARTY_TO, from: [country/AA, country/CC], role: signatory}
    - {type: COVERS, to: mineral/tin}
"""

FIGURES = {
    "data_set.yaml": "name: figures\ntitle: Figures of every kind\n",
    "parties.yaml": PARTIES,
    "deals.yaml": DEALS,
}
