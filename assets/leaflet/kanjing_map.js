"use strict";
// Draws the base and the sites of one page. All text goes in as text nodes: data never becomes code.
var KANJING_COLOURS = ["#C23B22", "#1F4A80", "#2E9478", "#7A5C99"];
var KANJING_SHAPES = [
  '<rect x="-6" y="-6" width="12" height="12" rx="1"/>',
  '<circle r="6.2"/>',
  '<path d="M0 -7 L7 5.5 L-7 5.5 Z"/>',
  '<path d="M0 -7.5 L7.5 0 L0 7.5 L-7.5 0 Z"/>'
];

function kanjingMark(kind, exact) {
  var fill = exact ? KANJING_COLOURS[kind] : "#FFFFFF";
  var edge = exact ? "#FBF9F4" : KANJING_COLOURS[kind];
  return '<svg width="16" height="16" viewBox="-8 -8 16 16" fill="' + fill + '" stroke="' + edge +
    '" stroke-width="1.6">' + KANJING_SHAPES[kind] + "</svg>";
}

function kanjingText(tag, text, parent, name) {
  var node = document.createElement(tag);
  node.textContent = text;
  if (name) { node.className = name; }
  parent.appendChild(node);
  return node;
}

function kanjingCard(site, data) {
  var card = document.createElement("div");
  card.className = "kj-card";
  kanjingText("h3", site.rank + "  " + site.name, card);
  kanjingText("div", site.place, card, "kj-place");
  var table = card.appendChild(document.createElement("table"));
  site.rows.forEach(function (row) {
    var line = table.appendChild(document.createElement("tr"));
    kanjingText("td", row[0], line);
    kanjingText("td", row[1], line);
  });
  [["why", data.why], ["sources", data.from]].forEach(function (part) {
    if (!site[part[0]].length) { return; }
    var fold = card.appendChild(document.createElement("details"));
    kanjingText("summary", part[1], fold);
    var list = fold.appendChild(document.createElement("ul"));
    site[part[0]].forEach(function (text) { kanjingText("li", text, list); });
  });
  return card;
}

function kanjingNote(map, position, name, fill) {
  var control = L.control({ position: position });
  control.onAdd = function () {
    var box = L.DomUtil.create("div", "kj-note " + name);
    fill(box);
    return box;
  };
  control.addTo(map);
}

// Land, borders and water of the base; a sketch has none of them.
function kanjingBase(map, data) {
  function layer(shapes, name, style) {
    style.className = "kj-base-" + name;
    L.geoJSON(shapes || [], { style: style, interactive: false }).addTo(map);
  }
  layer(data.land, "land", { stroke: false, fillColor: "#E4DDCF", fillOpacity: 1 });
  layer(data.china, "china", { color: "#A89C86", weight: 1, fillColor: "#ECE7DC", fillOpacity: 1 });
  layer(data.counties, "county", { color: "#CFC6B5", weight: 1, fillColor: "#F8F5EE", fillOpacity: 1 });
  layer(data.lakes, "lake", { color: "#CBDADC", weight: 1, fillColor: "#CBDADC", fillOpacity: 1 });
  layer(data.rivers, "river", { color: "#B9CDD0", weight: 1.5 });
  layer(data.nine, "nine", { color: "#A89C86", weight: 2 });
}

function kanjingLegend(map, kinds) {
  kanjingNote(map, "topright", "kj-legend", function (box) {
    kinds.forEach(function (one) {
      var item = document.createElement("span");
      item.innerHTML = kanjingMark(one[0], true);
      item.appendChild(document.createTextNode(one[1]));
      box.appendChild(item);
    });
  });
}

function drawKanjing(map, data) {
  kanjingBase(map, data);
  var sites = L.markerClusterGroup({
    maxClusterRadius: 36,
    showCoverageOnHover: false,
    iconCreateFunction: function (cluster) {
      return L.divIcon({ html: String(cluster.getChildCount()), className: "kj-cluster", iconSize: [36, 36] });
    }
  });
  data.sites.forEach(function (site) {
    var icon = L.divIcon({ html: kanjingMark(site.kind, site.exact), className: "kj-mark", iconSize: [16, 16] });
    var mark = L.marker([site.lat, site.lon], { icon: icon, title: site.name, alt: site.name });
    mark.bindPopup(function () { return kanjingCard(site, data); }, { minWidth: 260, maxWidth: 340 });
    sites.addLayer(mark);
  });
  map.addLayer(sites);
  if (data.sites.length) { map.fitBounds(sites.getBounds().pad(0.1)); }
  kanjingNote(map, "bottomright", "", function (box) { box.textContent = data.credit; });
  kanjingLegend(map, data.kinds.map(function (name, kind) { return [kind, name]; }));
}
