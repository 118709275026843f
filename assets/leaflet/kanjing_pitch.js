"use strict";
// Draws the places of a pitch and the ways between them. All text goes in as text nodes.
function kanjingLabel(text, second, name) {
  var box = document.createElement("div");
  kanjingText("span", text, box);
  if (second) { kanjingText("small", second, box); }
  box.className = name;
  return box;
}

function kanjingSite(site) {
  var card = document.createElement("div");
  card.className = "kj-card";
  kanjingText("h3", site.name, card);
  if (site.second) { kanjingText("div", site.second, card, "kj-place"); }
  site.rows.forEach(function (text) { kanjingText("div", text, card, "kj-place"); });
  return card;
}

// Labels that would cover one shown already wait until the map is nearer; names come before ways.
function kanjingThin(map) {
  var shown = [];
  [".kj-of-site", ".kj-of-way"].forEach(function (kind) {
    map.getContainer().querySelectorAll(kind).forEach(function (label) {
      var box = label.getBoundingClientRect();
      var covers = shown.some(function (one) {
        return box.left < one.right && one.left < box.right && box.top < one.bottom && one.top < box.bottom;
      });
      label.style.visibility = covers ? "hidden" : "";
      if (!covers) { shown.push(box); }
    });
  });
}

function drawPitch(map, data) {
  if (data.base) { L.DomUtil.addClass(map.getContainer(), "kj-with-base"); }
  kanjingBase(map, data);
  map.scrollWheelZoom.disable();
  // one finger scrolls the page, two move the map
  if (L.Browser.mobile) { map.dragging.disable(); }
  data.ways.forEach(function (way) {
    var line = L.polyline(way.ends, { className: "kj-way", weight: 1.5, interactive: false }).addTo(map);
    if (!data.labels) { return; }
    line.bindTooltip(kanjingLabel(way.text, "", "kj-way-text"), {
      permanent: true, direction: "center", className: "kj-tip kj-of-way"
    });
  });
  var bounds = L.latLngBounds([]);
  data.sites.forEach(function (site) {
    var icon = L.divIcon({
      html: kanjingMark(site.kind, site.exact), className: "kj-mark", iconSize: [16, 16]
    });
    var mark = L.marker([site.lat, site.lon], { icon: icon, title: site.name, alt: site.name });
    mark.bindPopup(function () { return kanjingSite(site); }, { minWidth: 160, maxWidth: 260 });
    mark.bindTooltip(kanjingLabel(site.name, site.second, "kj-name"), {
      permanent: data.labels, direction: "auto", offset: [8, 0],
      className: data.labels ? "kj-tip kj-of-site" : "kj-tip"
    });
    mark.addTo(map);
    bounds.extend([site.lat, site.lon]);
  });
  if (data.sites.length) { map.fitBounds(bounds.pad(0.35), { maxZoom: 13, animate: false }); }
  kanjingNote(map, "bottomright", "", function (box) { box.textContent = data.credit; });
  if (data.review) {
    kanjingNote(map, "bottomleft", "", function (box) { box.textContent = data.review; });
  }
  kanjingLegend(map, data.kinds);
  map.on("zoomend moveend", function () { kanjingThin(map); });
  kanjingThin(map);
}
