/**
 * Urine drug screens, for treatment alone: on days that nobody knows ahead, collected, presumptive and confirmed. What is found is
 * something to talk about, and nothing follows from it by itself.
 */
@NullMarked
package org.stepwell.therapy.drugscreen;

import org.jspecify.annotations.NullMarked;
