/** What all services say about what they found of a patient. */
@NullMarked
package org.stepwell.contracts.finding;

import org.jspecify.annotations.NullMarked;
