// One of several views, as a page has it.

type AnyKey<Views> = Views extends unknown ? keyof Views : never;

/** What only another one of the *Views* has reads as undefined. */
export type OneOf<Views, All = Views> = Views extends unknown
  ? Views & { [Absent in Exclude<AnyKey<All>, keyof Views>]?: undefined }
  : never;
