# SPDX-License-Identifier: MIT
# A form from its beginning to a correction, with what is asked by conditions.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

as mia
get $D
status 200
has 'Fill in: Assessment interview'
get $D/forms
status 200
has 'No form was filled in yet.'
post $D/forms form=nonsense
status 404
post $D/forms form=interview
status 303
form=$(location)
form=${form%/fill}
get $form/fill
status 200
has 'What would put it right?'
has '(optional)'
hasnt 'Who treats the person?'
hasnt 'Which help?'
get $form
has 'Nothing is answered yet.'

# a blank one is not complete, and what lacks is named beside it
post $form/fill act=complete shown='talked_on talked_by wish consequences urgent' version=1
status 422
has 'id="f.wish-error"'
has 'Answer this.'

# what is asked by an answer appears; nothing is saved by that
post $form/fill more=look shown='talked_on talked_by wish consequences urgent' version=1 f.talked_by=phone f.wish='Say sorry' m.consequences.0.health=1 f.urgent=1
status 200
has 'Who treats the person?'
has 'Which help?'
has 'Say sorry'
hasnt 'Answer this.'
get $form
has 'Nothing is answered yet.'

# saved half, with a mistake first
post $form/fill act=save shown='talked_on talked_by wish' version=1 f.talked_on=someday f.wish='Say sorry'
status 422
has 'Say sorry'
post $form/fill act=save shown='talked_on talked_by wish consequences urgent' version=1 f.talked_by=phone f.wish='Say sorry' m.consequences.0.health=1
status 303
get $form
has 'Answered so far'
has 'Health suffered'
has 'Being filled in'
get $form/fill
has 'Who treats the person?'
has 'selected'

# an older page does not save over it unseen
post $form/fill act=save shown='talked_by wish' version=1 f.talked_by=here f.wish='Money'
status 409
has 'Somebody else saved meanwhile: Say sorry'
has 'Money'

# one more person, and what is missing in a row
post $form/fill more=affected shown='affected_name.1 affected_how.1' version=2 f.affected_name.1=Ida
status 200
has 'Person 2'
post $form/fill act=complete shown='talked_on talked_by wish affected_name.1 affected_how.1' version=2 f.talked_on=2026-11-20 f.talked_by=phone f.wish='Say sorry' f.affected_how.1='She was there'
status 422
has 'id="f.affected_name.1-error"'
post $form/fill act=complete shown='talked_on talked_by wish affected_name.1 affected_how.1' version=2 f.talked_on=2026-11-20 f.talked_by=phone f.wish='Say sorry' f.affected_name.1=Ida
status 303
get $form
status 200
has 'As it was completed'
has 'Person 1: Name'
has '(3 points)'
has 'Marked'
get $D
has 'Form “Assessment interview” completed: 3, Marked'
hasnt 'Fill in: Assessment interview'
get $form/fill
status 303
post $form/skip reason=Late
status 409

# corrected by addition
get $form/correct
status 200
post $form/correct shown='wish' version=3 f.wish='Say sorry' reason=None
status 422
has 'Nothing is different'
post $form/correct shown='wish' version=3 f.wish='Pay the bill' reason=
status 422
has 'Pay the bill'
post $form/correct shown='wish' version=3 f.wish='Pay the bill' reason='I had misheard'
status 303
get $form
has 'I had misheard'
has 'Pay the bill'
has 'before: Say sorry'
has 'corrected 1 time'

# skipped, and taken up again
post $D/forms form=interview
status 303
other=$(location)
other=${other%/fill}
post $other/skip reason=
status 422
post $other/skip reason='She does not want to'
status 303
get $other
has 'She does not want to'
post $other/resume
status 303
post $other/resume
status 409
get $D/forms
has 'Being filled in'

# on paper: as it was kept, and blank
get $form/sheet
status 200
has 'Pay the bill'
has 'before: Say sorry'
has 'Kept with the hash'
get $other/sheet
check 'the sheet that was printed is on record' [ "$(sql "SELECT count(*) FROM event
    WHERE kind = 'dossier.printed'")" = 1 ]
status 303
get $D/forms
has 'Print blank: Assessment interview'
get $D/forms/blank/interview
status 200
has 'Who treats the person?'
has 'only where it applies'
has '☐ By phone'
hasnt 'Pay the bill'
get $D/forms/blank/nonsense
status 404

# what it comes to, time after time
get $D/forms
hasnt 'Over time'
get $D/forms/trend/interview
status 200
later 864000
as mia
post $other/fill act=complete shown='talked_on talked_by wish affected_name.1' version=3 f.talked_on=2026-11-20 f.talked_by=phone f.wish='A letter' f.affected_name.1=Ida m.consequences.0.health=1
status 303
get $D/forms
has 'Over time'
has '2 times'
get $D/forms/trend/interview
status 200
has '<polyline class="course" points="48,'
has 'cx="48"'
has 'cx="500"'
has 'Points of each question'
get $D/forms/trend/nonsense
status 404

# of a case that was merged into this one: there, for who sees that
E=/dossiers/C-2026-10000079
as sue
post /intake/C-2026-10000079/accept title='Lost parcel' place=complaint/north lead=-
status 303
as mia
post $E/forms form=interview
status 303
form_page="$E/merge?other=C-2026-10000061" post $E/merge other=C-2026-10000061 reason='One matter.'
status 303
get $D/forms
has 'Of cases that were merged into this one'
has "href=\"$E/forms/"
sql_write "UPDATE dossier SET restricted = 1 WHERE number = 'C-2026-10000079'" \
    > "$work/out"
as ben
get $D/forms
status 200
hasnt 'Of cases that were merged into this one'
hasnt "$E"

# who only reads sees it, and fills in nothing
as zoe
get $form
status 200
has 'Pay the bill'
hasnt '/correct'
get $other/fill
status 403
