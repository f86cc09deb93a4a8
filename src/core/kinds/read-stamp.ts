export { formatStamp, readStamp, utcDay } from '../model/read-stamp';
