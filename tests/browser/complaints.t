# SPDX-License-Identifier: MIT
# Real complaints, from the table they are published in to their end.
. "$(dirname "$0")/stage.sh"
TABLE=${DOSSIER_DATA-}/intake/cfpb_v1_public_30.csv
MAP=$(cd "$top_srcdir/etc/imports" && pwd)/cfpb.xml
export TABLE MAP
[ -r "$TABLE" ] || skip 'needs the sample data that $DOSSIER_DATA names'
early=--early
browser nginx complaints.mjs 0
