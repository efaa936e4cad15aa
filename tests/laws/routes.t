# SPDX-License-Identifier: MIT
# Each route has a right, and a page test that saw it work. What the page
# tests asked lies in the build folder: `make check` runs them before this.
. "$(dirname "$0")/law.sh"
programs=$(cd "$top_builddir" && ls | grep '^dossier-[a-z]*$' |
    grep -v -e webtest -e clock -e paper -e plain)
asked=$top_builddir/tests/pages

routes() {
	for program in $programs; do
		"$top_builddir/$program" --routes | sed "s/^/$program	/"
	done
}

shut() {
	routes | awk -F'\t' '$4 == "none" { print $1 ": " $2 " " $3 }'
}

# {number} of a dossier's page stands for a level of its own
levels() {
	routes | awk -F'\t' '$3 ~ /^\/dossiers\/\{number\}/ && $5 == "-" {
		print $1 ": " $2 " " $3 " needs no level on the dossier" }'
}

untested() {
	cat "$asked"/*.asked 2>/dev/null > "$top_builddir/tests/all.asked"
	routes | awk -F'\t' '
	function pattern(path,   p) {
		p = path
		gsub(/[.]/, "[.]", p)
		gsub(/\{[a-z]*\}/, "[^/]+", p)
		return "^" p "$"
	}
	FILENAME != "-" {
		split($0, w, " ")
		if (w[4] ~ /^[23]/)
			{ seen[++n] = w[1] " " w[2]; path[n] = w[3] }
		next
	}
	{
		found = 0
		for (i = 1; i <= n && !found; i++)
			found = seen[i] == $1 " " $2 && path[i] ~ pattern($3)
		if (!found)
			print $1 ": " $2 " " $3 " was never seen to work"
	}' "$top_builddir/tests/all.asked" -
	rm -f "$top_builddir/tests/all.asked"
}

twice() {
	routes | cut -f2,3 | sort | uniq -d
}

law 'each route has a right' shut
law 'each page of a dossier needs a level on it' levels
law 'no address is answered by two programs' twice
law 'each route is tested by a page test' untested
laws_end
