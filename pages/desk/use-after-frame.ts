import { useEffect, useState } from 'preact/hooks';

/**
 * A value, and while `isHeld` the one before it until the frame that comes next is drawn: what takes long to draw then keeps
 * what was just typed, and what it comes to, waiting for no longer than that. It falls behind by one change at most.
 */
export function useAfterFrame<Value>(value: Value, isHeld: boolean): Value {
  const [drawn, setDrawn] = useState({ value });
  // An effect runs when the frame is drawn, or before the next change where that comes sooner.
  useEffect(() => {
    if (isHeld) setDrawn({ value });
  }, [value, isHeld]);
  return isHeld ? drawn.value : value;
}
