import type { MiniProgramWasm } from '@huoti/adapter-wechat/miniprogram';

/** Two tiny modules that the packages hold; one has vectors. */
const PROBES = { plain: '/huoti/assets/probe.wasm', simd: '/huoti/assets/simd-probe.wasm' } as const;

/** Whether each opens, in the platform's words where it does not. */
export async function probe(wasm: MiniProgramWasm | null): Promise<string> {
  if (wasm === null) return 'none in this realm';
  const said = await Promise.all(
    (['plain', 'simd'] as const).map(async (name) => {
      try {
        await wasm.instantiate(PROBES[name], {});
        return `${name} yes`;
      } catch (error) {
        return `${name} no (${error instanceof Error ? error.message : String(error)})`;
      }
    }),
  );
  return said.join(', ');
}
