/** The nearest folder, from `start` upwards, that holds `.incidents.yml`. */
export async function findRoot(_start: string): Promise<string | undefined> {
  throw new Error('Not built');
}
