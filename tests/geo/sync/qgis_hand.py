"""Run by a Python that has QGIS: opens a pack as its user would, changes, adds and removes.

Arguments: the pack, then one JSON object: ``change`` {id: {column: value}}, ``add`` [{...}],
``remove`` [id]. Prints as JSON what QGIS makes of the layers and of the form.
"""

import json
import sys

from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

pack, wanted = sys.argv[1], json.loads(sys.argv[2])
app = QgsApplication([], False)
app.initQgis()


def layer(name):
    found = QgsVectorLayer(f"{pack}|layername={name}", name, "ogr")
    assert found.isValid(), name
    return found


places = layer("places")
fields = places.fields()
told = {
    "layers": {
        name: [layer(name).featureCount(), layer(name).crs().authid()]
        for name in ("places", "photos")
    },
    "widgets": {
        fields.at(at).name(): [places.attributeAlias(at), places.editorWidgetSetup(at).type()]
        for at in range(fields.count())
    },
    "tabs": [tab.name() for tab in places.editFormConfig().tabs()],
}
places.startEditing()
for feature in places.getFeatures():
    site = feature["id"]
    for column, value in wanted.get("change", {}).get(site, {}).items():
        assert places.changeAttributeValue(feature.id(), fields.indexOf(column), value), column
    if site in wanted.get("remove", []):
        assert places.deleteFeature(feature.id())
for values in wanted.get("add", []):
    feature = QgsFeature(fields)
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(values.pop("lon"), values.pop("lat"))))
    for column, value in values.items():
        feature.setAttribute(column, value)
    assert places.addFeature(feature)
assert places.commitChanges(), places.commitErrors()
print(json.dumps(told))
