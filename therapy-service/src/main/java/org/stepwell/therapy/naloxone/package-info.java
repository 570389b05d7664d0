/** Naloxone is offered to everybody with an opioid use disorder: work for somebody until it is recorded what they said. */
@NullMarked
package org.stepwell.therapy.naloxone;

import org.jspecify.annotations.NullMarked;
