"""A GDAL that edits files in place, as QGIS and QField do: the one inside pyogrio's wheel."""

import ctypes
from contextlib import contextmanager
from pathlib import Path

import pyogrio
import pytest

UPDATE, VECTOR = 0x01, 0x04
GEOMETRY = ctypes.POINTER(ctypes.c_void_p)


def gdal():
    folder = Path(pyogrio.__file__).parents[1] / "pyogrio.libs"
    found = sorted(folder.glob("libgdal*.so*"))
    if not found:
        pytest.skip("pyogrio brings no GDAL of its own on this system")
    lib = ctypes.CDLL(str(found[0]))
    handle, text, whole = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    for name, gives, takes in (
        ("GDALOpenEx", handle, (text, ctypes.c_uint, handle, handle, handle)),
        ("GDALClose", whole, (handle,)),
        ("GDALDatasetGetLayerByName", handle, (handle, text)),
        ("OGR_L_ResetReading", None, (handle,)),
        ("OGR_L_GetNextFeature", handle, (handle,)),
        ("OGR_L_GetLayerDefn", handle, (handle,)),
        ("OGR_L_SetFeature", whole, (handle, handle)),
        ("OGR_L_CreateFeature", whole, (handle, handle)),
        ("OGR_L_DeleteFeature", whole, (handle, ctypes.c_longlong)),
        ("OGR_F_Create", handle, (handle,)),
        ("OGR_F_Destroy", None, (handle,)),
        ("OGR_F_GetFID", ctypes.c_longlong, (handle,)),
        ("OGR_F_GetFieldIndex", whole, (handle, text)),
        ("OGR_F_GetFieldAsString", text, (handle, whole)),
        ("OGR_F_SetFieldString", None, (handle, whole, text)),
        ("OGR_F_SetFieldDouble", None, (handle, whole, ctypes.c_double)),
        ("OGR_F_SetFieldInteger", None, (handle, whole, whole)),
        ("OGR_F_SetFieldNull", None, (handle, whole)),
        ("OGR_F_SetGeometryDirectly", whole, (handle, handle)),
        ("OGR_G_CreateFromWkt", whole, (ctypes.POINTER(text), handle, ctypes.POINTER(handle))),
        ("GDALVectorTranslateOptionsNew", handle, (ctypes.POINTER(text), handle)),
        ("GDALVectorTranslateOptionsFree", None, (handle,)),
        (
            "GDALVectorTranslate",
            handle,
            (text, handle, whole, ctypes.POINTER(handle), handle, ctypes.POINTER(whole)),
        ),
    ):
        function = getattr(lib, name)
        function.restype, function.argtypes = gives, list(takes)
    return lib


@contextmanager
def layer(path, name="places"):
    lib = gdal()
    source = lib.GDALOpenEx(str(path).encode(), UPDATE | VECTOR, None, None, None)
    assert source
    try:
        yield lib, lib.GDALDatasetGetLayerByName(source, name.encode())
    finally:
        lib.GDALClose(source)


def fill(lib, feature, values, point):
    for name, value in values.items():
        at = lib.OGR_F_GetFieldIndex(feature, name.encode())
        assert at >= 0, name
        if value is None:
            lib.OGR_F_SetFieldNull(feature, at)
        elif isinstance(value, str):
            lib.OGR_F_SetFieldString(feature, at, value.encode())
        elif isinstance(value, int):
            lib.OGR_F_SetFieldInteger(feature, at, value)
        else:
            lib.OGR_F_SetFieldDouble(feature, at, value)
    if point is not None:
        lat, lon = point
        wkt, shape = ctypes.c_char_p(f"POINT ({lon!r} {lat!r})".encode()), ctypes.c_void_p()
        assert lib.OGR_G_CreateFromWkt(ctypes.byref(wkt), None, ctypes.byref(shape)) == 0
        lib.OGR_F_SetGeometryDirectly(feature, shape)


def find(lib, places, site_id):
    lib.OGR_L_ResetReading(places)
    while feature := lib.OGR_L_GetNextFeature(places):
        at = lib.OGR_F_GetFieldIndex(feature, b"id")
        if lib.OGR_F_GetFieldAsString(feature, at).decode() == site_id:
            return feature
        lib.OGR_F_Destroy(feature)
    raise LookupError(site_id)


def change(path, site_id, point=None, **values):
    """Change columns of a place as a program that knows nothing of us."""
    with layer(path) as (lib, places):
        feature = find(lib, places, site_id)
        fill(lib, feature, values, point)
        assert lib.OGR_L_SetFeature(places, feature) == 0
        lib.OGR_F_Destroy(feature)


def add(path, point, **values):
    """Add a row to the layer of places."""
    with layer(path) as (lib, places):
        feature = lib.OGR_F_Create(lib.OGR_L_GetLayerDefn(places))
        fill(lib, feature, values, point)
        assert lib.OGR_L_CreateFeature(places, feature) == 0
        lib.OGR_F_Destroy(feature)


def remove(path, site_id):
    """Take a row out of the layer of places."""
    with layer(path) as (lib, places):
        feature = find(lib, places, site_id)
        fid = lib.OGR_F_GetFID(feature)
        lib.OGR_F_Destroy(feature)
        assert lib.OGR_L_DeleteFeature(places, fid) == 0


def rewrite(path, target):
    """Write every listed layer to a new file, as ogr2ogr does: triggers stay behind."""
    lib = gdal()
    words = (ctypes.c_char_p * 3)(b"-f", b"GPKG", None)
    options = lib.GDALVectorTranslateOptionsNew(words, None)
    source = ctypes.c_void_p(lib.GDALOpenEx(str(path).encode(), VECTOR, None, None, None))
    wrong = ctypes.c_int()
    made = lib.GDALVectorTranslate(
        str(target).encode(), None, 1, ctypes.byref(source), options, ctypes.byref(wrong)
    )
    lib.GDALVectorTranslateOptionsFree(options)
    lib.GDALClose(source)
    assert made
    assert not wrong.value
    lib.GDALClose(made)
