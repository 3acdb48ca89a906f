declare module 'asl-validator' {
  interface Befund {
    readonly isValid: boolean;
    errorsText(trenner?: string): string;
  }
  export default function aslValidator(
    definition: object,
    optionen?: { readonly checkPaths?: boolean; readonly checkArn?: boolean },
  ): Befund;
}
