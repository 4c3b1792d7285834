// id: relationships-of-a-type
// title: All relationships of one type
// question: Which relationships of this type are there, from when to when, and what do the sources say?
// view: network
// how_to_read: >-
//   Each has its own passages and may be disputed. Dates are as told, and what has no end may have ended.
// or_else: No relationship of these records is of that type; `lodegraph model` lists the types, those of the set's own among them.
// asked_as:
//   - all {type} relationships
//   - every relationship of type {type}
//   - list all {type}
//   - show {type} links
//   - which relationships of type {type} are there
// parameters:
//   - {name: type, type: relationship_type, default: PARTY_TO, meaning: "the type, such as OWNS or PARTY_TO"}
MATCH (a)-[r:{{type}}]->(b)
WHERE r.data_set = $data_set AND r.id IS NOT NULL
RETURN a, r, b
ORDER BY r.id
LIMIT $most
