/** The medications for opioid and alcohol use disorder that are ordered or recorded here, as data with their RxNorm codes. */
@NullMarked
package org.stepwell.therapy.formulary;

import org.jspecify.annotations.NullMarked;
