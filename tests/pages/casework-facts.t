# SPDX-License-Identifier: MIT
# Fields that come in rows: asked, kept, changed, removed, found, told.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

as mia
get $D/change
status 200
has 'What was bought'
has 'name="f.item.1"'
hasnt 'name="f.item.2"'

# one row more: nothing is saved and nothing typed is lost
post $D/change more=bought title='Half typed' f.subject= f.item.1=Kettle f.price.1=30
status 200
has 'value="Half typed"'
has 'value="Kettle"'
has 'name="f.item.2"'
count ' autofocus' 1
hasnt 'role="alert"'
get $D
hasnt 'Kettle'

# two rows with an empty one between them
post $D/change title='Broken ankle' f.subject=service \
    f.item.1=Kettle f.price.1=30 f.item.2= f.price.2= \
    f.item.3='Toaster <deluxe>' f.bought_on.3=2026-11-02 f.price.3=49.90
status 303
get $D
has 'Kettle'
has '30.00'
has 'Toaster &lt;deluxe&gt;'
has 'Changed: Title, Subject, What was bought<'
has 'What was bought, row 1, Price: 30.00'
is 'rows follow each other' "$(sql "SELECT no FROM field_value
    WHERE field = 'item' ORDER BY no" | tr '\n' ' ')" '1 2 '

# a box that was unticked stays so when the form comes back
post $D/change title='Broken ankle' f.subject=service f.vulnerable=1
post $D/change title= f.subject=service
status 422
has 'name="f.vulnerable"'
hasnt ' checked'

# a row is checked by itself, and its mistakes stand beside it
post $D/change title='Broken ankle' f.subject=service \
    f.item.1=Kettle f.price.1=much f.item.2=Toaster f.item.3= f.price.3=5
status 422
has 'href="#f.price.1"><b>Purchase 1: Price'
has 'id="f.item.3-error"'
has 'value="much"'

# the history says what changed in which row
post $D/change title='Broken ankle' f.subject=service \
    f.item.1=Kettle f.price.1=35 \
    f.item.2='Toaster <deluxe>' f.bought_on.2=2026-11-02 f.price.2=49.90 \
    f.item.3= f.bought_on.3= f.price.3=
status 303
get $D/history
has "What was bought, row 1, Price: 30.00$(printf '\302\240')EUR → 35.00"

# found by any of its rows
get '/dossiers?type=complaint&field=item&value=toaster+%3Cdeluxe%3E'
has 'C-2026-10000061'
get '/dossiers?type=complaint&field=item&value=toaster'
hasnt 'C-2026-10000061'
get '/find?text=kettle'
has 'C-2026-10000061'

# a row that is ticked goes; the other one keeps its number
post $D/change title='Broken ankle' f.subject=service f.bought.1=1 \
    f.item.1=Kettle f.price.1=35 \
    f.item.2='Toaster <deluxe>' f.bought_on.2=2026-11-02 f.price.2=49.90
status 303
get $D/change
hasnt 'Kettle'
has 'Remove Purchase 2'
has 'name="f.item.3"'

# what was never on the page is refused
for name in f.item f.item.0 f.item.01 f.bought f.subject.1 f.bought.1 \
    f.nothing.1 f.item.1234567890
do
	post $D/change title='Broken ankle' f.subject=service "$name=x"
	status 400
done
