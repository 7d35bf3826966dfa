// slides.mjs FILE: writes the slides as one HTML file.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './contents.mjs';
import { deck } from './deck.mjs';

writeFileSync(process.argv[2], deck(join(PROJECT, 'docs/slides')));
