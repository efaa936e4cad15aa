# SPDX-License-Identifier: MIT
# Files of a refused form wait beside it: once chosen, not chosen again.
. "$(dirname "$0")/harness.sh"

# The value of the n-th box of a file that waits.
held() {
	grep -o 'name="held"[^>]*value="[^"]*"' "$reply" | sed -n "$1p" |
	    sed 's/.*value="\([^"]*\)"/\1/; s/&amp;/\&/g; s/&#39;/'\''/g'
}

as ben
form_page='/intake/new?type=complaint&who=unknown'
printf 'first words' > "$work/one.txt"
printf 'second words' > "$work/two.txt"
post /intake/new f.subject=other medium=web title= \
    files=@"$work/one.txt" photos=@"$work/two.txt"
status 422
has 'href="#title"'
has 'one.txt'
has 'two.txt'
has '<span class="muted">11'
one=$(held 1) two=$(held 2)

# Another person cannot send it, nor may it be changed.
as sue
post /intake/new f.subject=other medium=web title=Stolen held="$one"
status 400
as ben
post /intake/new f.subject=other medium=web title=Changed \
    held="$(printf %s "$one" | sed 's/one/two/')"
status 400

# Still wrong, one file more: all three wait.
printf 'third' > "$work/three.txt"
post /intake/new f.subject=other medium=web title= held="$one" \
    files=@"$work/three.txt"
status 422
has 'one.txt'
has 'three.txt'
hasnt 'two.txt'
three=$(held 1)
[ "$(held 2)" = "$one" ] || three=$(held 2)

# Sent, they are documents; twice, nothing is done twice.
post /intake/new f.subject=other medium=web title=Complete held="$one" \
    held="$two"
status 303
number=$(location | sed 's|.*/||')
follow
has 'one.txt'
has 'two.txt'
is 'the bytes are those' "$(sql "SELECT x.sha256 FROM document x
    JOIN dossier d ON d.id = x.dossier WHERE d.number = '$number'
    AND x.name = 'one.txt'")" \
    "$(printf 'first words' | sha256sum | cut -d' ' -f1)"
send /intake/new f.subject=other medium=web title=Complete held="$one" \
    held="$two"
status 303
is 'where the first went' "$(location)" "/intake/$number"

# Swept meanwhile: said at its field, the rest still waits.
rm -f "$work"/documents/incoming/*
post /intake/new f.subject=other medium=web title=Late held="$three"
status 422
has 'Choose it again.'
hasnt 'Files already here'
has 'value="Late"'
