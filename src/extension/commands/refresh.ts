import type { Services } from '../services';

export async function refresh(services: Services): Promise<void> {
  await services.folders.refresh();
}
