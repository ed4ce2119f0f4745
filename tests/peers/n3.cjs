// Read one RDF file with N3.js and write what it says as N-Quads: node n3.cjs MEDIA-TYPE FILE
const { readFileSync } = require("node:fs");
const { Parser, Writer } = require("n3");

const [, , format, file] = process.argv;
const quads = new Parser({ format }).parse(readFileSync(file, "utf8"));
const writer = new Writer({ format: "N-Quads" });
writer.addQuads(quads);
writer.end((error, text) => {
  if (error) throw error;
  process.stdout.write(text);
});
