# SPDX-License-Identifier: MIT
# What is known of a patient: problems, allergies, medicines, encounters,
# alerts; and notes that are signed.
. "$(dirname "$0")/harness.sh"
P=/medical/C-2026-10000061

sql_write "UPDATE type SET source = replace(source, '</type>',
    '<compartment code=\"medical\"/><views><view code=\"medical\"/></views></type>')
    WHERE code = 'complaint'" >/dev/null
as mia
get $P/allergies
status 404
as ada
post /admin/compartments/medical login=mia why='She is the nurse'
status 303
post /admin/compartments/medical login=ben why='He is the doctor'
status 303

# nobody asked, nobody has any, there is one
as mia
get $P
has 'Nobody has asked yet'
get $P/allergies
has 'Nobody has asked about allergies yet.'
get $P/allergies/none
has 'The patient'
post $P/allergies/none told_by= told_on=2026-11-20
status 422
has 'Say who told it.'
post $P/allergies/none told_by='The <daughter>' told_on=2026-11-20
status 303
follow
has 'It is written down that there are no known allergies.'
has 'told by The &lt;daughter&gt;, Fri 20 Nov 2026'
get $P/allergies/new
has 'The worst reaction was'
post $P/allergies/new words= status=active
status 422
has 'Fill this in.'
post $P/allergies/new words='Penicillin <G>' criticality=high \
    reactions='Hives' status=active told_by='The patient' told_on=2026-11-24 \
    code=7980 system=http://www.nlm.nih.gov/research/umls/rxnorm
status 303
follow
has 'Noted: Penicillin &lt;G&gt;'
has 'RxNorm 7980'
hasnt 'told by The'
get $P
has '>Penicillin &lt;G&gt;</a><span class="mark">High risk</span>'
post $P/allergies/none told_by=Son told_on=
status 409

# a stale change is told, an error stays and says so
no=$(sql "SELECT no FROM allergy WHERE words LIKE 'Penicillin%'")
get $P/allergies/$no
has 'value="Penicillin &lt;G&gt;"'
post $P/allergies/$no words='Penicillin' criticality=high status=active \
    version=1 told_by='The patient'
status 303
follow
has 'Changed.'
post $P/allergies/$no words='Aspirin' status=active version=1
status 409
post $P/allergies/$no/void why=
status 422
get $P/allergies/$no/void
has 'Entered in error: Penicillin'
post $P/allergies/$no/void why='The other bed'
status 303
get $P/allergies/$no
has 'The other bed'
hasnt 'name="words"'
get $P
has 'Nobody has asked yet'
get /dossiers/C-2026-10000061/history
has 'Allergy entered in error: Penicillin'
has 'No known allergies, told by The &lt;daughter&gt;'

# problems: over is not active
post $P/problems/new words='Asthma' status=active begins=2019 ends=2020
status 422
has 'value="2020"'
has 'It is said to be over'
post $P/problems/new words='Asthma' status=active verification=confirmed \
    begins=2019
status 303
get $P
has '>Asthma</a>'
has 'since 2019'
get $P/problems
has 'Confirmed'

# medicines as told, stopped for a reason
post $P/medications/new words='Ramipril 5 mg' dose='1 in the morning' \
    status=active told_by=
status 422
post $P/medications/new words='Ramipril 5 mg' dose='1 in the morning' \
    status=active told_by='Letter of the ward' begins=2024-05
status 303
get $P
has '1 in the morning'
no=$(sql "SELECT no FROM medication")
get $P/medications/$no/end
has 'Stop the medicine: Ramipril 5 mg'
post $P/medications/$no/end ends=2026-11-23 why=
status 422
has 'Say why it is not taken.'
post $P/medications/$no/end ends=2026-11-23 why='Cough'
status 303
follow
has 'Stopped'
hasnt '>Taken<'

# an encounter, also of an appointment
post $P/encounters/new words='Wound check' class=AMB \
    begins=2026-11-24T09:00 ends=2026-11-24T08:00 status=finished
status 422
has 'It ends before it begins.'
has 'value="2026-11-24T09:00"'
post $P/encounters/new words='Wound check' class=AMB \
    begins=2026-11-24T09:00 status=in-progress
status 303
post /dossiers/C-2026-10000061/appointments/new title='Home visit' \
    day=2026-11-24 begins=10:00 ends=11:00 place='At hers' 2>/dev/null
number=$(sql "SELECT number FROM appointment WHERE title = 'Home visit'")
get $P/encounters
has 'Outpatient'
if [ -n "$number" ]; then
	has "encounters/new?appointment=$number"
	get "$P/encounters/new?appointment=$number"
	has 'value="Home visit"'
	has 'value="2026-11-24T10:00"'
fi

# an alert stands on each page
post $P/alerts/new words='Falls' category=safety status=active \
    begins=2026-11-24
status 303
get $P/problems
has '>Falls</a>'
no=$(sql "SELECT no FROM alert")
post $P/alerts/$no/end ends=2026-11-24 why=
status 303
get $P/problems
hasnt '>Falls</a>'
get $P/gossip
status 404
get $P/problems/4711
status 404

# a note is its writer's until it is signed
get $P/notes/new
has 'It is a draft that only you see'
post $P/notes/new kind=session day=2026-11-24 text=
status 422
post $P/notes/new kind=session day=2026-11-24 asks=1 text='zqslept <well>.'
status 303
location
no=$(sql "SELECT no FROM note_draft")
follow
has 'zqslept &lt;well&gt;.'
has 'Sign as Mia Berger, as its author'
as ben
get $P/notes
hasnt zqslept
hasnt 'Not signed yet'
get $P/notes/drafts/$no
status 404
get $P/notes/$no
status 404
get /medical/notes
has 'You have signed all that you wrote.'
as mia
get /medical/notes
has "$P/notes/drafts/$no"
get $P/notes/drafts/$no
has 'zqslept &lt;well&gt;.'
post $P/notes/drafts/$no kind=session day=2026-11-24 asks=1 \
    text='zqslept <badly>.' version=1
status 303
form_page=$P/notes/drafts/$no/sign
post $P/notes/drafts/$no/sign version=1
status 409
post $P/notes/drafts/$no/sign version=2
status 303
unset form_page
follow
has 'Signed by <strong>Mia Berger</strong> as its author'
has 'Waits for a second signature'
hasnt 'id="meaning"'
get $P/notes/drafts/$no
status 404

# countersigned by another, added to, printed
as ben
get /medical/notes
has "$P/notes/$no"
get $P/notes/$no
has 'zqslept &lt;badly&gt;.'
post $P/notes/$no/sign meaning=review
status 303
follow
has 'having reviewed it'
hasnt 'Waits for a second signature'
form_page="$P/notes/new?amends=$no"
post $P/notes/new kind=session day=2026-11-24 text='It was the window.' \
    amends=$no
status 303
unset form_page
add=$(sql "SELECT no FROM note_draft")
form_page=$P/notes/drafts/$add/sign
post $P/notes/drafts/$add/sign version=1
status 303
unset form_page
get $P/notes/$no
has 'Addendum'
has 'It was the window.'
get $P/notes
has 'It was the window.'
get $P/notes/print
has "$(sql "SELECT sha256 FROM note_seal WHERE no = $no")"
is "it is printed" "$(sql "SELECT count(*) FROM event WHERE kind = 'dossier.printed'")" 1
post $P/notes/new kind=nursing day=2026-11-24 text='Nothing'
status 303
drop=$(sql "SELECT no FROM note_draft")
form_page=$P/notes/drafts/$drop/sign
post $P/notes/drafts/$drop/drop version=1
status 303
unset form_page
is "the draft is gone" "$(sql "SELECT count(*) FROM note_draft")" 0

# who reads works on nothing, and who is no member sees nothing
as zoe
for page in allergies notes notes/$no problems/new; do
	get $P/$page
	status 404
done
