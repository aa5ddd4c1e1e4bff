/** What every act on a person takes. */
export interface SubjectAct {
  /** From the API key, or of the case. */
  clientId: string;
  subject: string;
  /** For the audit log: `key:<id>` or `operator:<id>`. @default "system" */
  actor?: string;
}
