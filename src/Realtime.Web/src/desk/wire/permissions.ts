/** What the server lets somebody do on a site beside commenting, as far as the desk asks. */
export type Permission =
  | 'moderate' | 'readQueue' | 'readAudit' | 'readSettings' | 'changeSettings' | 'changePolicy' | 'changeWords' | 'readPeople' | 'sanction' | 'sanctionEverywhere';

export interface PermissionList {
  permissions: string[];
}
