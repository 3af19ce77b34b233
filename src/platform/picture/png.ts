import { Resvg } from '@resvg/resvg-js';
import { FAMILY, FONT_FILES } from './font.ts';

/** Draws an SVG as PNG, so many times as large as it says; the same on every machine. */
export function pngOf(svg: string, scale = 2): Uint8Array {
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { loadSystemFonts: false, fontFiles: [...FONT_FILES], defaultFontFamily: FAMILY, sansSerifFamily: FAMILY },
    background: '#ffffff',
  });
  return drawing.render().asPng();
}
