import {serve} from './serve.mjs';

setTimeout(serve, 1800);
