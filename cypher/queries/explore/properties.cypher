// id: properties
// title: What is told of things, property by property
// question: What is told of this node, or of all that touches another, or which nodes have this property, and with which value?
// view: table
// or_else: Nothing has such a property or value; without a property every one of the nodes is shown with all of its own.
// parameters:
//   - name: node
//     type: node
//     default: ""
//     meaning: the node itself
//     labels: [Country, Agency, Company, Initiative, Deal, Measure, Person, Project, Mineral, Place, Event, "{{own}}"]
//   - name: touching
//     type: node
//     default: ""
//     meaning: a country, mineral, list or party that the nodes have a relationship with
//     labels: [Country, Agency, Company, Initiative, Deal, Measure, Person, Project, Mineral, Place, Event, "{{own}}"]
//   - {name: property, type: text, default: "", meaning: "the property, such as kind or latitude"}
//   - {name: value, type: text, default: "", meaning: "its value, or one of several"}
MATCH (n:{{facts}} {data_set: $data_set})
WHERE ($node = '' OR n.id = $node)
  AND ($touching = '' OR EXISTS { (n)-[r]-(t:{{facts}}) WHERE t.id = $touching AND r.data_set = $data_set })
UNWIND keys(n) AS property
WITH n, property, [v IN [] + coalesce(n[property], []) | toString(v)] AS values
WHERE ($property = '' OR property = $property) AND ($value = '' OR $value IN values)
  AND NOT property IN [
    'id', 'name', 'paraphrase', 'basis', 'evidence', 'articles', 'origins', 'disputes', 'search_text', 'data_set',
    'record_hash'
  ]
RETURN coalesce(n.name, n.id) AS name, property, values AS value, n.paraphrase AS says, n.articles AS articles,
  n.disputes AS disputes, n.id AS id
ORDER BY name, id, property
