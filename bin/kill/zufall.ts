/** Small seeded generator (mulberry32): the same seed gives the same points. */
export function saatgut(saat: number): (unter: number) => number {
  let a = saat >>> 0;
  return (unter) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * unter);
  };
}
