# SPDX-License-Identifier: MIT
# Cases go to another version of their type: a look, one, many, and who may;
# what administrators see of versions.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061
kind=$work/types/complaint
mkdir -p "$kind"
cp "$top_srcdir"/etc/casetypes/*.rng "$work/types"
cp "$top_srcdir/etc/casetypes/complaint/type.xml" \
    "$top_srcdir/etc/casetypes/complaint/complaint.dmn" "$kind"
chmod u+w "$kind"/*

as mia
get $D
hasnt 'of its type'
post $D/change title=Water f.place=Bern f.subject=billing why='He said so.'
status 303
get $D/version
status 409
has 'This case has version 1 of its type already.'

# The second version has a town in place of the place, and another rule.
sed -i 's/code="place" kind="text"/code="town" kind="text"/
    s/<phase code="followup">/<phase code="aftercare">/
    s/followup/aftercare/g' "$kind/type.xml"
"$top_builddir/dossier" type install --conf "$work/dossier.conf" "$kind" \
    > "$work/out" 2>&1 || sed 's/^/# /' "$work/out"
get $D
has 'Move to version 2 of its type'
get $D/version
status 200
has 'What it gains'
has 'Place or branch'
has 'Bern'
has 'as one of an earlier version'
post $D/version reason=
status 422
has 'Bern'
post $D/version reason='The new form is asked for.'
status 303
follow
has 'version 2 of its type now'
has 'Undo'
has '1 of an earlier version'
has 'Bern'
has 'Moved from version 1 of its type to version 2'
get $D/report
has 'Of an earlier version of the type'
get $D/version?to=1
status 200
has 'Move to version 1 of its type'
get $D/version?to=7
status 404

# a page that is out of date moves nothing
form_of $D/version?to=1
hidden $D/version > "$work/kept"
post $D/change title=Water f.subject=billing f.town=Genf why='Moved.'
cp "$work/kept" "$work/fields"
send $D/version reason='Back.'
status 409
has 'changed by somebody else'

as ben
get $D/version
status 403

# many, from the list of one version
as mia
get '/dossiers?type=complaint&type_version=1'
has 'Version of the type'
hasnt 'C-2026-10000061'
has 'C-2026-10000087'
get '/dossiers?type=complaint&type_version=2'
has 'C-2026-10000061'
hasnt 'C-2026-10000087'
get '/dossiers?type=complaint&type_version=9'
hasnt 'C-2026-10000061'
get '/dossiers/bulk?type=complaint&type_version=1&status=active&every=1&act=version'
status 200
has 'Move several cases to the newest version'
has 'gains'
has '/dossiers/C-2026-10000087/version'
form_page='/dossiers/bulk?type=complaint&type_version=1&status=active&every=1&act=version' \
    post /dossiers/bulk reason='All of them.'
status 303
is 'all that may be are there' "$(sql "SELECT count(*) FROM dossier d
    JOIN type t ON t.id = d.type WHERE t.code = 'complaint'
    AND t.version = 1 AND d.status <> 'closed'")" 0

# administrators see numbers, and what differs; no case
as ada
get /admin/types
status 200
hasnt 'Problems'
get /admin/types/complaint
status 200
has 'Compare two'
has 'Cases under way'
hasnt 'C-2026-'
get '/admin/types/complaint/differences'
status 200
has 'From version 1 to version 2'
has 'Place or branch'
has 'aftercare'
get '/admin/types/complaint/differences?from=2&to=2'
has 'the same version'
get '/admin/types/complaint/differences?from=2&to=9'
status 404
sql_write "UPDATE type_model SET source = replace(source,
    'hitPolicy=\"', 'hitPolicy=\"NO')
    WHERE type = (SELECT max(id) FROM type)" > "$work/out"
get /admin/types
has 'Problems'
has 'complaint.dmn:'
get /admin/types/complaint
has 'What is wrong'
