# SPDX-License-Identifier: MIT
# Files of FHIR R4, read and written again without a store.
. "$(dirname "$0")/tool.sh"
cd "$data/fhir" || exit 99
set -- ./bad-*.xml ./patient.xml

dossier fhir roundtrip "$@" --out "$work/ours" --csv "$work/rows"
is 'what is no FHIR R4 is refused, with file, line and a sentence' \
    "$(sed '/^$/,$d' "$work/out")" "$(cat refused.txt)"
is 'and is a failure' "$rc" 1
is 'a row for each, and one of names' "$(wc -l < "$work/rows" | tr -d ' ')" \
    $(($# + 1))
is 'nothing is written of it' "$(ls "$work/ours")" patient.xml
is 'what is FHIR is written in the one form' "$(cat "$work/ours/patient.xml")" \
    "$(cat patient.wanted)"
dossier fhir roundtrip "$work/ours/patient.xml" --out "$work/ours"
has 'no file is written over itself' "$out" 'It would be written over itself.'
dossier fhir roundtrip "$work/ours/patient.xml" patient.xml --out "$work/twice"
has 'of two files of one name the second is refused' "$out" \
    'refused  -                      patient.xml'

{
	printf '<Patient xmlns="http://hl7.org/fhir">'
	yes '<name><family value="again and again"/></name>' |
	    head -n 400000
	printf '</Patient>'
} > "$work/large.xml"
awk 'BEGIN { printf "<Patient xmlns=\"http://hl7.org/fhir\">\n"
    for (i = 0; i < 130; i++) printf "<extension url=\"urn:a\">\n"
    for (i = 0; i < 130; i++) printf "</extension>\n"
    print "</Patient>" }' > "$work/deep.xml"
dossier fhir roundtrip "$work/large.xml" "$work/deep.xml" --out "$work/ours"
has 'what is too large is refused' "$out" \
    'This takes more room than one element may have here.'
has 'what is too deep is refused' "$out" \
    'deep.xml:129: The elements are nested too deeply.'

# onto the case of a patient
no_store
use_store "$("$top_builddir/pageworld" "$work/dossier.db")"
C=C-2026-10000061
dossier import fhir patient.xml --case "$C"
is 'a case of another kind takes none' "$rc $err" \
    "1 dossier: $C is not the case of a patient."
dossier sql --write "UPDATE type SET source = replace(source, '</type>',
    '<views><view code=\"medical\"/></views></type>')
    WHERE code = 'complaint';
    INSERT INTO party (dossier, no, person, role, added)
    VALUES ((SELECT id FROM dossier WHERE number = '$C'), 900,
    (SELECT id FROM person WHERE number = 'P-20000001'), 'patient', 1)"
cat > "$work/flag.xml" <<'END'
<Flag xmlns="http://hl7.org/fhir"><id value="f"/><status value="active"/>
<code><text value="Falls"/></code><subject><display value="Her"/></subject>
<period><start value="2026-01-02"/></period></Flag>
END
dossier import fhir "$work/flag.xml" patient.xml --case "$C" --dry-run
is 'what it would become is told' "$rc $(grep -v 'as far as' "$work/out")" \
'0 new      Flag f, Falls
new 1, changed 0, known 0, kept 0
kept     Patient pepe, José "Pepe" O'\''Neil & <Sons>: The patient of the case stays as they are here.
new 0, changed 0, known 0, kept 1
nothing was written'
is 'and nothing is written' "$(sql 'SELECT count(*) FROM fhir_kept')" 0
dossier import fhir "$work/flag.xml" --case "$C"
is 'what does not say whose it is is refused' "$rc $err" \
    '1 dossier: Say that it is about the patient of this case.'
dossier import fhir "$work/flag.xml" --case "$C" --anyway
is 'unless the operator says so' "$rc $(sql 'SELECT words FROM alert')" \
    '0 Falls'
sed -i 's/"active"/"inactive"/' "$work/flag.xml"
dossier import fhir "$work/flag.xml" --case "$C" --anyway
is 'what says something else changes' "$(sed 1q "$work/out")$(sql 'SELECT status
    FROM alert')" 'changed  Flag f, Fallsinactive'

shared=${DOSSIER_DATA:-/nowhere}/fhir-r4
if [ ! -d "$shared/examples" ]; then
	skip 'examples of the standard' 'DOSSIER_DATA has no fhir-r4'
	tool_end
	exit
fi
dossier fhir roundtrip "$shared"/examples/*.xml --out "$work/once"
is 'every example of the standard is read or kept' \
    "$rc $(grep -c '^refused' "$work/out")" '0 0'
sed -n '/^type  /,$s/^/# /p' "$work/out"
is 'each is written' "$(ls "$work/once" | wc -l)" \
    "$(ls "$shared"/examples/*.xml | wc -l)"
dossier fhir roundtrip "$work"/once/*.xml --out "$work/again"
is 'what was written is the same when it was read again' \
    "$rc $(diff -r "$work/once" "$work/again")" '0 '

# Nothing is lost: the trees of what was read and of what was written.
cat > "$work/same.py" <<'END'
import sys, xml.etree.ElementTree as ET
def tree(e):
    attrs = {k: v for k, v in e.attrib.items() if 'schemaLocation' not in k}
    if e.tag.startswith('{http://hl7.org/fhir}'):
        return e.tag, attrs, [tree(c) for c in e]
    return e.tag, attrs, e.text or '', [(tree(c), c.tail or '') for c in e]
for path in sys.argv[2:]:
    there = sys.argv[1] + '/' + path.split('/')[-1]
    if tree(ET.parse(path).getroot()) != tree(ET.parse(there).getroot()):
        print(path)
END
is 'and says the same as before' \
    "$(python3 "$work/same.py" "$work/once" "$shared"/examples/*.xml 2>&1)" ''

if ! command -v xmllint > /dev/null || ! command -v xz > /dev/null; then
	skip 'what is written is valid' 'no xmllint or xz here'
	tool_end
	exit
fi
mkdir "$work/schema"
cp "$shared"/schema/*.xsd "$work/schema"
xz -dc "$shared/schema/fhir-single.xsd.xz" > "$work/schema/fhir-single.xsd"
cp "$work/ours/patient.xml" "$work/once/ours.xml"
is 'what is written is valid by the schema of the standard' \
    "$(xmllint --noout --nonet --schema "$work/schema/fhir-single.xsd" \
    "$work"/once/*.xml 2>&1 | grep -v ' validates$')" ''
tool_end
