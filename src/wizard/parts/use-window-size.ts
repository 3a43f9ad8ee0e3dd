import {useEffect, useState} from 'react';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The part of a stream that tells its size; a terminal without one is taken as 80 × 24. */
export interface Sized {
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  on(name: 'resize', listener: () => void): unknown;
  off(name: 'resize', listener: () => void): unknown;
}

export const sizeOf = (stream: Pick<Sized, 'columns' | 'rows'>): Size => ({
  columns: stream.columns === undefined || stream.columns === 0 ? 80 : stream.columns,
  rows: stream.rows === undefined || stream.rows === 0 ? 24 : stream.rows,
});

/** The terminal's size, also while it changes. */
export const useWindowSize = (stream: Sized): Size => {
  const [size, setSize] = useState(() => sizeOf(stream));
  useEffect(() => {
    const resized = (): void => setSize(sizeOf(stream));
    stream.on('resize', resized);
    return () => {
      stream.off('resize', resized);
    };
  }, [stream]);
  return size;
};
