import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { readSettings } from '../src/config/readSettings.js';
import { VARIABLES } from '../src/config/variables.js';

const read = (path: string): string => readFileSync(new URL(`../deploy/${path}`, import.meta.url), 'utf8');
const NAMES = new Set(VARIABLES.flatMap(({ name }) => [name, `${name}_FILE`]));

interface ComposeService {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
}
interface Compose {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly secrets: Readonly<Record<string, unknown>>;
}
interface Container {
  readonly args: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly volumeMounts: readonly { readonly name: string; readonly readOnly?: boolean }[];
  readonly livenessProbe?: unknown;
}
interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: {
    readonly template?: {
      readonly spec: {
        readonly enableServiceLinks: boolean;
        readonly securityContext: Readonly<Record<string, unknown>>;
        readonly containers: readonly Container[];
        readonly volumes: readonly { readonly name: string }[];
      };
    };
  };
}

/** What an environment makes of the settings; files of secrets are there. */
function settingsOf(env: Readonly<Record<string, string>>) {
  const readFile = (path: string): string => {
    expect(path).toMatch(/^\/run\/secrets\//);
    return 'postgres://huoti:secret@postgres:5432/huoti';
  };
  return readSettings({ env, readFile });
}

/** Compose fills these in itself. */
const filledIn = (value: string): string =>
  value.replace(/\$\{(\w+):([?-])([^}]*)\}/g, (_all, _name, kind: string, text: string) =>
    kind === '?' ? 'https://liveness.example.com' : text,
  );

describe('compose.yaml', () => {
  const compose = parse(read('compose.yaml'), { merge: true }) as Compose;
  const ours = Object.entries(compose.services).filter(([name]) => name !== 'postgres');

  it('starts Postgres, the API and workers, each with a health check', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['api', 'postgres', 'worker']);
    for (const { healthcheck } of Object.values(compose.services))
      expect(healthcheck?.test.length).toBeGreaterThan(1);
    for (const [name, { command, depends_on: needs }] of ours) {
      expect(command).toEqual([name]);
      expect(needs).toHaveProperty('postgres');
    }
  });

  it.each(ours)('gives %s nothing to write to, and its secrets as files', (_name, service) => {
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(['ALL']);
    for (const secret of service.secrets ?? []) expect(compose.secrets).toHaveProperty([secret]);
    expect(JSON.stringify(service.environment)).not.toMatch(/postgres:\/\/|hk_/);
  });

  it.each(ours)('configures %s so that it starts', (_name, { environment = {} }) => {
    for (const name of Object.keys(environment)) expect(NAMES).toContain(name);
    const env = Object.fromEntries(
      Object.entries(environment).map(([name, value]) => [name, filledIn(value)]),
    );
    const settings = settingsOf({ HUOTI_HOST: '0.0.0.0', ...env });
    expect(settings.database.url).toMatch(/^postgres:/);
    expect(settings.metrics).toEqual({ host: '0.0.0.0', port: 9090 });
  });
});

describe('the Kubernetes example', () => {
  const manifests = readdirSync(new URL('../deploy/kubernetes/', import.meta.url)).flatMap((file) =>
    parseAllDocuments(read(`kubernetes/${file}`)).map((document) => {
      expect([file, document.errors]).toEqual([file, []]);
      return document.toJS() as Manifest;
    }),
  );
  const config = manifests.find(({ kind }) => kind === 'ConfigMap')?.data ?? {};
  const pods = manifests.flatMap(({ spec }) => (spec?.template === undefined ? [] : [spec.template.spec]));

  it('has the API, workers, a way in and what keeps one of them up', () => {
    expect(manifests.map(({ kind }) => kind).sort()).toEqual([
      'ConfigMap',
      'Deployment',
      'Deployment',
      'PodDisruptionBudget',
      'Service',
    ]);
    expect(pods.map(({ containers }) => containers[0]?.args[0]).sort()).toEqual(['api', 'worker']);
  });

  it('lets pods write nothing, gain nothing, and read their secrets only', () => {
    for (const { containers, securityContext, volumes } of pods) {
      expect(securityContext).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      for (const { securityContext: own, volumeMounts, livenessProbe } of containers) {
        expect(own).toMatchObject({
          readOnlyRootFilesystem: true,
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
        });
        expect(livenessProbe).toBeDefined();
        const mounted = volumeMounts.map(({ name }) => name);
        expect(mounted).toEqual(volumes.map(({ name }) => name));
        expect(volumeMounts.find(({ name }) => name === 'secrets')?.readOnly).toBe(true);
      }
    }
  });

  it('configures every pod so that it starts, and keeps the names of services out of its environment', () => {
    for (const { containers, enableServiceLinks } of pods) {
      expect(enableServiceLinks).toBe(false);
      for (const { env = [] } of containers) {
        const all = { ...config, ...Object.fromEntries(env.map(({ name, value }) => [name, value])) };
        for (const name of Object.keys(all)) expect(NAMES).toContain(name);
        expect(settingsOf(all).publicUrl).toBe('https://liveness.example.com');
      }
    }
  });
});

describe('Containerfile', () => {
  it('runs the service as nobody, with signals going to it', () => {
    const lines = read('Containerfile').split('\n');
    expect(lines).toContain('USER 10001:10001');
    expect(lines).toContain('ENTRYPOINT ["node", "dist/bin.js"]');
    expect(lines.filter((line) => /^(?:ARG|ENV).*(?:KEY|SECRET|PASSWORD|TOKEN)/i.test(line))).toEqual([]);
  });
});
