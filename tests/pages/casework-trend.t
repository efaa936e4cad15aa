# SPDX-License-Identifier: MIT
# PHQ-9 comes as a questionnaire of FHIR, is published as a form, filled in
# three times, and read over time. A file of our own is read in any case.
. "$(dirname "$0")/harness.sh"
T=/admin/types/complaint/forms

as ada
sed 's/value="boolean"/value="bolean"/' \
    "$top_srcdir/tests/data/questionnaire.xml" > "$work/bad.xml"
form_page=$T post $T/upload file=@"$work/bad.xml"
status 422
has 'questionnaire.xml:'
has 'bolean'
form_page=$T \
    post $T/upload file=@"$top_srcdir/tests/data/questionnaire.xml"
status 303
follow
has 'takes other answers, too'
has 'Schlaf'

phq=${DOSSIER_DATA:-$top_srcdir/../shared/data}/fhir-r4/examples/questionnaire-cqf-example.xml
[ -f "$phq" ] || {
	skip 'PHQ-9 over time' 'the shared data are not there'
	exit
}
form_page=$T post $T/upload file=@"$phq"
status 303
F=$(location)
follow
has 'which the form counts itself'
hasnt 'does not work yet'
form_page=$F post $F/fill version=1
status 303
form_page=$F/publish post $F/publish version=2 reason='Asked at intake'
status 303

# a new case has it
as ben
form_page='/intake/new?type=complaint&person=P-20000002' \
    post /intake/new matter=new medium=letter title='He cannot sleep' \
    then=show f.subject=billing
status 303
number=$(location | sed 's|.*/||')
D=/dossiers/$number
sql_write "UPDATE dossier SET verdict = 'accepted'
    WHERE number = '$number'" > "$work/null"

questions='littleinterest feelingdown troublesleeping feelingtired badappetite feelingbadaboutself troubleconcentrating movingspeaking difficulty'
answered() {	# CODE: of the answer to each question
	form_page=$D/forms post $D/forms form=phq_9_questionnaire
	form=$(location)
	set -- "$1" act=complete shown="$questions" version=1
	for q in $questions; do set -- "$@" "f.$q=$1"; done
	shift
	form_page=$form post "$form" "$@"
	status 303
	later 1209600
	as ben
}
answered la6571_9
answered la6570_1
answered la6569_3
get $D/forms
has 'Over time'
has '3 times'
get $D/forms/trend/phq_9_questionnaire
status 200
has '>24</text>'
has '>16</text>'
has '>8</text>'
has 'Moderately severe'
has '8 less'
has 'Trouble falling or staying asleep'
