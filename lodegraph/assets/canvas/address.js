// A part of Lodegraph's pages, in canvas.js with vis-network inside. Made from frontend/ by `npm run build`; licences: LICENSES.txt

var d;function f({data:e}){i(e,globalThis)}function i({query:e,run:t},{history:a,location:n}){if(t===d)return;d=t;let r=e?`?${e}`:"";n.search!==r&&a.replaceState(a.state,"",`${n.pathname}${r}`)}export{f as default,i as writeAddress};
