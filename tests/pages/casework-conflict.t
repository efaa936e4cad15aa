# SPDX-License-Identifier: MIT
# Two people save the same form: what only one changed holds, what both
# changed is chosen, and nothing that was typed is lost.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

# take NAME PATH: opens the form that goes to PATH, for sending it later.
take() {
	form_of "$2"
	hidden "$2" > "$work/$1.form"
}

# late NAME PATH name=value...: sends what was taken.
late() {
	cp "$work/$1.form" "$work/fields"
	shift
	send "$@"
}

# choice mine|theirs NAME: the value of that radio button in the answer.
choice() {
	grep -o "name=\"keep\.$2\"[^>]*value=\"$1\.[0-9a-f]*\"" "$reply" |
	    sed 's/.*value="//; s/"$//' | head -n 1
}

as mia
post $D/change title='Broken ankle' f.subject=service f.reference=R-1 \
    f.item.1=Kettle f.price.1=30 f.item.2=Cup f.price.2=5
status 303

# Mia opens the form; Ben saves another title and reference and a cup's price.
take mia $D/change
as ben
post $D/change title='Ankle, left' f.subject=service f.reference=R-2 \
    f.item.1=Kettle f.price.1=30 f.item.2=Cup f.price.2=6 \
    f.item.3='From Ben'
status 303

# What Mia changes besides is merged: his and hers both hold.
as mia
late mia $D/change title='Broken ankle' f.subject=billing f.reference=R-1 \
    f.item.1='Big kettle' f.price.1=30 f.item.2=Cup f.price.2=5 \
    f.item.3='From Mia'
status 303
follow
has 'this of it was kept: Title, Order or contract number, Purchase 2.'
has 'Ankle, left'
has 'R-2'
has 'Billing'
has 'Big kettle'
has '6.00'
has 'From Ben'
has 'From Mia'

# Both change the same: it is asked, with who and when.
take mia $D/change
as ben
later 120
post $D/change title='Title of Ben' f.subject=billing f.reference= \
    f.item.1='Big kettle' f.price.1=31 f.item.2=Cup f.price.2=6 \
    f.item.3='From Ben' f.item.4='From Mia'
status 303
as mia
mia_late="title=Title of Mia"
late mia $D/change "$mia_late" f.subject=other f.reference=R-2 \
    f.bought.1=1 f.item.1='Big kettle' f.price.1=30 f.item.2=Cup \
    f.price.2=6 f.item.3='From Ben' f.item.4='From Mia' why='I know why'
status 409
has 'Keep what Ben Okafor saved, 24 Nov, 13:02'
has 'Title of Ben'
has 'Title of Mia'
has '<legend>Purchase 1</legend>'
has 'Price: 31.00'
has '(nothing)'
hasnt '<legend>Subject</legend>'
hasnt '<legend>Order or contract number</legend>'
has 'Saved meanwhile, and kept: Order or contract number'
has 'value="I know why"'
title=$(choice mine title) row=$(choice theirs f.bought.1)
# one choice is left out: it is asked again, and the other one is kept
hidden $D/change > "$work/fields"
cp "$work/fields" "$work/again.form"
send $D/change keep.title="$title"
status 409
hasnt '<legend>Title</legend>'
has '<legend>Purchase 1</legend>'
late again $D/change keep.title="$title" keep.f.bought.1="$row"
status 303
follow
has 'Title of Mia'
has 'Something else'
has 'Big kettle'
has '31.00'
has 'I know why'
hasnt '>R-2<'

# A choice holds only against what it was made against.
take mia $D/change
as ben
post $D/change title='Second of Ben' f.subject=other
as mia
late mia $D/change title='Second of Mia' f.subject=other
status 409
title=$(choice mine title)
hidden $D/change > "$work/mia.form"
as ben
post $D/change title='Third of Ben' f.subject=other
as mia
late mia $D/change keep.title="$title"
status 409
has 'Third of Ben'
has 'Second of Mia'
late mia $D/change keep.title="$(choice theirs title)"
status 303
follow
has 'Third of Ben'

# a mistake is told before anything is asked
take mia $D/change
as ben
post $D/change title='Fourth of Ben' f.subject=other
as mia
late mia $D/change title='Fourth of Mia' f.subject=other f.amount=much
status 422
has 'value="Fourth of Mia"'
hidden $D/change > "$work/mia.form"
late mia $D/change title='Fourth of Mia' f.subject=other f.amount=12
status 409
has 'Fourth of Ben'

# a task: Ben takes it while Mia rewords it, then both reword it
post $D/tasks/new title='Call them' team=north priority=normal
get $D
task=$(grep -o "$D/tasks/[0-9][0-9]*" "$reply" | head -n 1)
take mia $task/change
as ben
post $task/claim
status 303
as mia
late mia $task/change title='Call them today' owner= team=north priority=normal
status 303
get $task
has 'Call them today'
has 'Ben Okafor'
take mia $task/change
as ben
post $task/change title='Write to them' instructions='Kindly.' \
    owner=P-10000002 team=north priority=normal
status 303
as mia
late mia $task/change title='Visit them' owner=P-10000002 team=north priority=high
status 409
has 'Keep what Ben Okafor saved'
has 'Write to them'
has 'Visit them'
hidden $task/change > "$work/mia.form"
late mia $task/change keep.title="$(choice mine title)"
status 303
get $task
has 'Visit them'
has 'Kindly.'
has 'High'

# a person: a name is one thing, and is not put together of two
as ben
take ben /people/P-20000001/change
as mia
post /people/P-20000001/change kind=person given=Élodie family=Weiss \
    email=e@example.org
status 303
as ben
late ben /people/P-20000001/change kind=person given=Elodie family=Weiß \
    email=p8@example.org phone='+49 30 9'
status 409
has 'Keep what Mia Berger saved'
has 'Élodie Weiss'
has 'Elodie Weiß'
hidden /people/P-20000001/change > "$work/ben.form"
late ben /people/P-20000001/change keep.name="$(choice theirs name)"
status 303
get /people/P-20000001
has 'Élodie Weiss'
has 'e@example.org'
has '+49 30 9'

# An appointment: what only one changed holds, what both did is chosen.
as mia
post /calendar/new dossier=C-2026-10000061 title=Visit day=2026-11-25 \
    begins=09:00 ends=10:00 often=once every=1 p.P-10000001=1
status 303
A=/calendar/$(sql 'SELECT number FROM appointment')
take mia $A/change
as ben
post $A/change title='Visit of Ben' day=2026-11-25 begins=09:00 ends=10:00 \
    place='Room 3' often=once p.P-10000001=1 p.P-10000002=1
status 303
as mia
late mia $A/change title=Visit day=2026-11-26 begins=11:00 ends=12:00 \
    often=once p.P-10000001=1
status 303
follow
has 'this of it was kept: Title, Place, Who takes part.'
has 'Visit of Ben'
has 'Thu 26 Nov 2026, 11:00 to 12:00'
has '>Ben Okafor<'
take mia $A/change
as ben
post $A/change title='Visit of Ben' day=2026-11-27 begins=11:00 ends=12:00 \
    place='Room 3' often=weekly p.P-10000001=1
status 303
as mia
late mia $A/change title='Visit of Mia' day=2026-11-30 begins=11:00 \
    ends=12:00 place='Room 3' often=once p.P-10000001=1 p.P-10000002=1
status 409
has '<legend>When</legend>'
has 'Keep what Ben Okafor saved'
hasnt '<legend>Title</legend>'
hasnt '<legend>Who takes part</legend>'
hidden $A/change > "$work/mia.form"
late mia $A/change keep.begins="$(choice mine begins)"
status 303
follow
has 'Visit of Mia'
has 'Mon 30 Nov 2026, 11:00 to 12:00'
hasnt '>Ben Okafor<'
