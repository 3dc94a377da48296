#!/usr/bin/env bash
# Copies what the pages use of the npm packages into the package, with the licences; needs npm. The result is committed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
npm ci --no-audit --no-fund --silent
to=../src/firsthand/serving/web/static/vendor
rm -rf "$to"
mkdir -p "$to/fonts"
cp node_modules/htmx.org/dist/htmx.min.js "$to/htmx.min.js"
cp node_modules/htmx.org/LICENSE "$to/htmx.LICENSE"
for set in latin latin-ext cyrillic; do
  cp "node_modules/@fontsource-variable/inter/files/inter-$set-wght-normal.woff2" "$to/fonts/"
  cp "node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-$set-wght-normal.woff2" "$to/fonts/"
done
cp node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2 "$to/fonts/"
cp node_modules/@fontsource-variable/inter/LICENSE "$to/fonts/inter.LICENSE"
cp node_modules/@fontsource-variable/source-serif-4/LICENSE "$to/fonts/source-serif-4.LICENSE"
