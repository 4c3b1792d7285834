// id: properties
// title: What is told of things, property by property
// question: What is told of this, or of all that touches it, or what has this property, and with which value?
// view: table
// how_to_read: >-
//   The values are as the records have them; one that is missing was not told. Figures of money are left out: they
//   are in the totals.
// or_else: Nothing has such a property or value; the answer without a property shows which there are.
// asked_as:
//   - properties of {node}
//   - what is told of {node} property by property
//   - attributes of {node}
//   - details of {node}
//   - property by property
//   - what fields does {node} have
//   - raw data of {node}
//   - all values of {node}
//   - which things have the property {property}
//   - property {property} of {node}
//   - which things have the value {value}
//   - which things have the property {property} with the value {value}
//   - property {property} of what touches {touching}
// parameters:
//   - name: node
//     type: node
//     default: ""
//     meaning: the node itself
//     labels: [Country, Agency, Company, Initiative, Deal, Measure, Person, Project, Mineral, Place, Event, "{{own}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})
//       UNWIND keys(n) AS property
//       WITH n, property
//       WHERE NOT property IN [
//         'id', 'name', 'paraphrase', 'basis', 'evidence', 'articles', 'origins', 'disputes', 'disputes_weigh', 'search_text',
//         'data_set', 'record_hash', 'amount_value', 'amount_ceiling', 'amount_unit', 'amount_qualifier'
//       ] AND NOT property ENDS WITH '_evidence'
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - name: touching
//     type: node
//     default: ""
//     meaning: what it has a relationship with, such as a country, mineral, list or party
//     labels: [Country, Agency, Company, Initiative, Deal, Measure, Person, Project, Mineral, Place, Event, "{{own}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[r]-(m:{{facts}})
//       WHERE r.data_set = $data_set
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - {name: kinds, type: yes_no, default: "no", meaning: "what touches kinds of that mineral, too"}
//   - {name: inside, type: yes_no, default: "no", meaning: "what touches places in that country or place, too"}
//   - {name: agencies, type: yes_no, default: "no", meaning: "what touches agencies of that country, too"}
//   - {name: property, type: text, default: "", meaning: "the property, such as kind or latitude"}
//   - {name: value, type: text, default: "", meaning: "its value, or one of several"}
MATCH (t:{{touching}} {id: $touching, data_set: $data_set}) // with touching
WITH t, [t] AS found // with touching
{{kinds of t}} // with touching with kinds
{{places in t}} // with touching with inside
{{agencies of t}} // with touching with agencies
UNWIND found AS y // with touching
MATCH (y)-[r]-(n:{{facts}}) // with touching
WHERE r.data_set = $data_set AND ($node = '' OR n.id = $node) // with touching
WITH DISTINCT n // with touching
MATCH (n:{{node}} {id: $node, data_set: $data_set}) // with node without touching
MATCH (n:{{facts}} {data_set: $data_set}) // without node without touching
WITH n, [p IN keys(n) WHERE ($property = '' OR p = $property)
  AND ($value = '' OR $value IN [v IN [] + coalesce(n[p], []) | toString(v)])
  AND NOT p IN [
    'id', 'name', 'paraphrase', 'basis', 'evidence', 'articles', 'origins', 'disputes', 'disputes_weigh', 'search_text',
    'data_set', 'record_hash', 'amount_value', 'amount_ceiling', 'amount_unit', 'amount_qualifier'
  ] AND NOT p ENDS WITH '_evidence'] AS told
WHERE size(told) > 0
WITH n, told, coalesce(n.name, n.id) AS name
ORDER BY name, n.id
LIMIT $most
UNWIND told AS property
RETURN name, property, [v IN [] + coalesce(n[property], []) | toString(v)] AS value, n.paraphrase AS says,
  n.articles AS articles, n.disputes AS disputes, n.id AS id
ORDER BY name, id, property
