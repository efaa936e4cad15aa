# SPDX-License-Identifier: MIT
# A form of a case type is changed in a page, tried, and published.
. "$(dirname "$0")/harness.sh"
T=/admin/types/complaint/forms
F=$T/interview

as mia
get $T
status 403
get $F/try
status 403
as ada
get /admin/types/complaint
status 200
has "href=\"$T\""
get $T
status 200
has 'Assessment interview'
has 'Published'
get $T/none
status 404
get /admin/types/none/forms
status 404
get $F
status 200
has 'What would put it right?'
has 'asked where this holds'
hasnt 'Being changed'

# a question is said otherwise, and moved
form_page=$F/parts/question-wish
get $F/parts/question-wish
status 200
has 'What would put it right?'
has 'Deutsch'
post $F/parts/question-wish label.en= kind=lines version=0
status 422
has 'id="label.en-error"'
post $F/parts/question-wish label.en='What would <help>?' kind=lines when='wish =' version=0
status 422
has 'id="when-error"'
has 'What would &lt;help&gt;?'
post $F/parts/question-wish label.en='What would <help>?' label.de='Was hilft?' kind=lines required=1 version=0
status 303
get $F
has 'Being changed'
has 'What would &lt;help&gt;?'
has 'Not said in:'
get $T
has 'Being changed'
form_page=$F
post $F/arrange up=question-wish version=1
status 303
post $F/arrange up=question-wish version=1
status 409
post $F/arrange up=nonsense version=2
status 404
form_page=$F/parts/question-wish
post $F/parts/question-wish label.en='Mine' kind=lines version=1
status 409
has 'Somebody else changed this form meanwhile'
has 'What would &lt;help&gt;?'
has 'Mine'
form_page=$F
post $F/undo version=2
status 303

# added: a section, a question in it, its choices
form_page="$F/new?to=form&what=section"
get "$F/new?to=form&what=section"
status 200
post $F/new to=form what=section label.en=Money version=3
status 303
form_page="$F/new?to=section-money&what=question"
get "$F/new?to=section-money&what=question"
status 200
has 'What would &lt;help&gt;?'
post $F/new to=section-money what=question label.en='How much?' code=Much kind=choice version=4
status 422
has 'id="code-error"'
post $F/new to=section-money what=question label.en='How much?' kind=choice when='wish !=  null' version=4
status 303
has "Location: $F/parts/question-how_much"
get $F
has 'has nothing to choose from'
form_page="$F/new?to=question-how_much&what=choice"
post $F/new to=question-how_much what=choice label.en=Little points=2 version=5
status 303
has "Location: $F/parts/question-how_much"
post $F/new to=question-how_much what=choice label.en=Much points=many version=6
status 422
has 'id="points-error"'
post $F/new to=question-how_much what=choice label.en=Much points=9 version=6
status 303
form_page=$F/parts/choice-how_much-little
post $F/parts/choice-how_much-little/remove version=7
status 303
form_page=$F
post $F/undo version=8
status 303
form_page=$F/parts/form
get $F/parts/form
status 200
has 'the sum of the points'
form_page="$F/new?to=form&what=band"
post $F/new to=form what=band label.en=Terrible from=40 version=9
status 303

# tried as staff will see it; nothing is kept
form_page=$F/try
get $F/try
status 200
has 'What would &lt;help&gt;?'
hasnt 'How much?'
post $F/try shown='talked_by wish' f.wish=Money
status 200
has 'How much?'
has 'These lack an answer:'
post $F/try shown='wish how_much' f.wish=Money f.how_much=much
status 200
has 'Sum of the points'
has '<dd>9</dd>'

# it does not hold before it is published, in all languages
as mia
D=/dossiers/C-2026-10000061
post $D/forms form=interview
old=$(location)
as ada
get $F/publish
status 200
has 'What languages lack'
has 'How much?'
hasnt 'name="reason"'
form_page=$F/publish
post $F/fill version=10
status 303
get $F/publish
has 'It was called “What would put it right?” before.'
has 'name="reason"'
hasnt 'What languages lack'
post $F/publish version=3 reason=
status 409
post $F/publish version=11 reason='Money <matters>'
status 303
get $T
has 'Published'
hasnt 'Being changed'
get /admin/types/complaint/differences
status 200
has 'How much?'
has 'What its score is called changed.'
as mia
get $old
has 'What would put it right?'
hasnt 'What would &lt;help&gt;?'

# taken back: the former one is published again
as ada
form_page=$F/publish
get $F/publish
has 'Earlier versions'
post $F/take from=99 version=0
status 404
post $F/take from=1 version=0
status 303
post $F/publish version=1 reason=
status 303
get $F
has 'What would put it right?'
hasnt 'How much?'

# as a file, there and back; a broken one is told by line
get $F/file
status 200
has 'Content-Type: application/xml'
has '<form code="interview">'
sed '1,/^.\{0,1\}$/d' "$reply" > "$work/form.xml"
sed 's/kind="lines"/kind="lies"/' "$work/form.xml" > "$work/broken.xml"
form_page=$T
post $T/upload file=@"$work/broken.xml"
status 422
has 'form.xml:'
has 'is no kind of field'
sed 's/Day of the talk/The <b>day<\/b>/' "$work/form.xml" > "$work/strange.xml"
post $T/upload file=@"$work/strange.xml"
status 422
sed 's/Day of the talk/The day/' "$work/form.xml" > "$work/good.xml"
post $T/upload file=@"$work/good.xml"
status 303
get $F
has 'The day'
has 'Being changed'
form_page=$F/publish
post $F/discard version=1
status 303
get $F
hasnt 'The day'

# a new one, from nothing
form_page=$T
post $T label= code=
status 422
post $T label=Interview code=interview
status 422
has 'There is a form'
post $T label='Visit at home' code=
status 303
has "Location: $T/visit_at_home"
get $T
has 'Not published yet'
get $T/visit_at_home
has 'asks nothing'
form_page=$T/visit_at_home/publish
post $T/visit_at_home/publish version=1 reason=
status 422
as mia
post $D/forms form=visit_at_home
status 404

# one whose copies are born in a compartment
as ada
form_page=$F/parts/form
get $F/parts/form
has 'Legal privilege'
post $F/parts/form label.en='Assessment interview' compartment=secret version=0
status 422
has 'id="compartment-error"'
post $F/parts/form label.en='Assessment interview' label.fr=a label.de=a label.it=a label.pt=a label.ja=a compartment=medical version=0
status 303
get $F
has 'Only members of “Medical” fill it in'
get $F/try
has 'Only members of “Medical” fill it in'
form_page=$F/publish
get $F/publish
has 'New ones are in a compartment now: medical'
post $F/publish version=1 reason=
status 303
sql_write "UPDATE form SET state = 'skipped'" > "$work/out"
sql_write "UPDATE dossier SET type = (SELECT max(id) FROM type WHERE code = 'complaint')" > "$work/out"
as mia
get $D/forms
hasnt 'Fill in: Assessment interview'
post $D/forms form=interview
status 404
as ada
post /admin/compartments/medical login=mia why='Nurse'
status 303
as mia
get $D/forms
has 'Fill in: '
post $D/forms form=interview
status 303
get $D/forms
has '>Medical</span>'
as ben
get $D/forms
has '>1 protected item<'

# a long one is shown a window at a time
as ada
awk 'BEGIN {
	print "<form code=\"long\"><name>"
	n = split("en fr de it pt ja", l)
	for (i = 1; i <= n; i++)
		w = w "<label xml:lang=\"" l[i] "\">Long</label>"
	print w "</name>"
	for (s = 0; s < 2; s++) {
		print "<section code=\"s" s "\"><name>" w "</name>"
		for (q = 0; q < 100; q++) {
			print "<question code=\"q" s * 100 + q "\" kind=\"choice\">" w
			for (c = 0; c < 2; c++)
				print "<choice code=\"c" c "\" points=\"1\">" w "</choice>"
			print "</question>"
		}
		print "</section>"
	}
	print "</form>"
}' > "$work/long.xml"
form_page=$T
post $T/upload file=@"$work/long.xml"
status 303
get $T/long
status 200
has '>q29<'
hasnt '>q30<'
has '70 more questions'
bytes=$(wc -c < "$reply")
if [ "$bytes" -lt 51200 ]; then said=ok; else said=not_ok; fi
$said "a form of 200 questions is a page of $bytes bytes"
get "$T/long?at=question-q155"
has '>q155<'
hasnt '>q29<'
hasnt '>q180<'

# a new one is gone at once; a published one with the next version
form_page=$T/long
post $T/long/remove version=1
status 303
get $T/long
status 404
form_page=$F
post $F/remove version=7
status 409
post $F/remove version=0
status 303
get $F
has 'This form is to be removed'
hasnt 'Add a question'
get $T
has 'To be removed'
post $F/arrange down=question-talked_on version=1
status 409
get $F/publish
has '>Gone<'
form_page=$F
post $F/undo version=1
status 303
get $F
hasnt 'This form is to be removed'
post $F/remove version=2
status 303
form_page=$F/publish
get $F/publish
has 'Throw the changes away'
post $F/publish version=3 reason='Nobody asks it'
status 303
get $T
hasnt 'interview'
get $F
status 404
as mia
get ${old%/fill}
status 200
