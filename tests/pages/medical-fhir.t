# SPDX-License-Identifier: MIT
# The medical record in FHIR: looked at, taken in, and out with a consent.
. "$(dirname "$0")/harness.sh"
D=/medical/C-2026-10000061

as mia
sql_write "UPDATE type SET source = replace(source, '</type>',
    '<compartment code=\"medical\"/><views><view code=\"medical\"/></views></type>')
    WHERE code = 'complaint'" >/dev/null
sql_write "INSERT INTO party (dossier, no, person, role, added)
    VALUES ((SELECT id FROM dossier WHERE number = 'C-2026-10000061'), 900,
    (SELECT id FROM person WHERE number = 'P-20000001'), 'patient', 1)" \
    >/dev/null
as ada
post /admin/compartments/medical login=mia why='She is the nurse'
status 303
as mia
sql_write "UPDATE staff SET rights = rights + 1024
    WHERE login = 'mia'" >/dev/null
patient_name=$(sql "SELECT name FROM person WHERE number = 'P-20000001'")
get $D
has "href=\"$D/fhir\""

cat > "$work/record.xml" <<END
<Bundle xmlns="http://hl7.org/fhir"><type value="collection"/>
<entry><resource><Patient><id value="p"/><name><text value="$patient_name"/></name>
</Patient></resource></entry>
<entry><resource><AllergyIntolerance><id value="a"/>
<criticality value="high"/><code><text value="Peanuts &lt;zqroast>"/></code>
<patient><reference value="Patient/p"/></patient>
<reaction><manifestation><text value="Hives"/></manifestation></reaction>
</AllergyIntolerance></resource></entry>
<entry><resource><Observation><status value="final"/>
<code><text value="Weight"/></code></Observation></resource></entry></Bundle>
END
sed 's/value="high"/value="soon"/' "$work/record.xml" \
    > "$work/wrong.xml"

# what is no FHIR is refused with its line
get $D/fhir
status 200
hasnt 'Take it in'
post $D/fhir files=@"$work/wrong.xml" step=look
status 422
has 'wrong.xml:5: “soon” cannot be the value of “criticality”'

# one looks first
post $D/fhir files=@"$work/record.xml" step=look
status 422
has 'Nothing is taken in yet.'
has 'New: 1. Changes: 0. Known already: 0. Kept as it is: 2.'
has 'Peanuts &lt;zqroast&gt;'
has 'This type has no place of its own on a case.'
has 'Take it in'
is 'nothing was written' "$(sql 'SELECT count(*) FROM fhir_kept')" 0
post $D/fhir files=@"$work/record.xml" step=take
status 303
follow
has 'Taken in: new 1, changed 0, kept 2, known 0.'
is 'it is an allergy of the case' \
    "$(sql 'SELECT words, criticality, reactions FROM allergy')" \
    "$(printf 'Peanuts <zqroast>\thigh\tHives')"
post $D/fhir files=@"$work/record.xml" step=take
status 303
follow
has 'Taken in: new 0, changed 0, kept 0, known 3.'

# what is of another asks first
sed "s/<text value=\"$patient_name\"/<text value=\"Somebody else\"/" \
    "$work/record.xml" > "$work/other.xml"
post $D/fhir files=@"$work/other.xml" step=take
status 422
has 'Say that it is about the patient of this case.'
has 'The file is about Somebody else'

# out again, with a line in the account of what left
form_page=$D/fhir
post $D/fhir/out receiver=P-20000001 purpose=32
status 422
has 'Choose how it leaves.'
post $D/fhir/out receiver=P-20000001 purpose=32 way=person
unset form_page
status 303
out=$(location)
get "$out"
status 200
has 'Content-Type: application/fhir+xml'
has '<text value="Peanuts &lt;zqroast&gt;"/>'
has '<text value="Weight"/>'
is 'the account has a line' "$(sql 'SELECT what, way, ground FROM disclosure')" \
    "$(printf 'Medical record in FHIR\tperson\tpatient')"
later 1000
get "$out"
status 404
get /dossiers/C-2026-10000061/history
has 'Medical record in FHIR taken in: record.xml'

as zoe
get $D/fhir
status 404
get "$out"
status 404
