# SPDX-License-Identifier: MIT
# Every sentence of programs and templates is translated into five languages
# with the same values and tags, and the catalogues hold no other.
. "$(dirname "$0")/law.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
templates/po/update --pot "$top_builddir/dossier" "$work/all.pot" ||
    { echo 'Bail out! the sentences cannot be listed'; exit 1; }

msgids() {	# one line a sentence, of what msgattrib gives
	msgattrib --no-wrap "$@" 2>/dev/null | grep '^msgid "..*"' || true
}

untranslated() {
	msgmerge -q --no-fuzzy-matching --no-wrap "templates/po/$1.po" \
	    "$work/all.pot" -o "$work/$1.po" || echo "$1.po cannot be read"
	msgids --untranslated "$work/$1.po"
}

fuzzy() {
	msgids --only-fuzzy "templates/po/$1.po"
}

unused() {
	msgids --only-obsolete --clear-obsolete "$work/$1.po"
}

# The values of printf, the values in braces, the tags: the same on both
# sides, whatever their order.
unlike() {
	msgfmt --check-format --check-domain -o /dev/null "templates/po/$1.po" 2>&1
	msgattrib --no-wrap --translated --no-obsolete "templates/po/$1.po" |
	    awk '
	function marks(s,	all, n, i, j, t, list, found) {
		n = 0; found = ""
		while (match(s, /\{[a-z][^}]*\}|<\/?[0-9]+\/?>/)) {
			list[++n] = substr(s, RSTART, RLENGTH)
			s = substr(s, RSTART + RLENGTH)
		}
		for (i = 2; i <= n; i++)
			for (j = i; j > 1 && list[j] < list[j - 1]; j--) {
				t = list[j]; list[j] = list[j - 1]
				list[j - 1] = t
			}
		for (i = 1; i <= n; i++)
			found = found list[i]
		return found
	}
	/^msgid "/ { id = substr($0, 8); many = "" }
	/^msgid_plural "/ { many = substr($0, 15) }
	/^msgstr/ {
		text = $0
		sub(/^msgstr(\[[0-9]\])? "/, "", text)
		sub(/"$/, "", text)
		if (text == "" || id == "\"")
			next
		want = marks(id); other = many == "" ? want : marks(many)
		if (marks(text) != want && marks(text) != other)
			print id " is translated: " text
	}'
}

for lang in fr de it pt ja; do
	law "nothing is untranslated in $lang" untranslated $lang
	law "nothing is fuzzy in $lang" fuzzy $lang
	law "nothing is unused in $lang" unused $lang
	law "values and tags are the same in $lang" unlike $lang
done
laws_end
