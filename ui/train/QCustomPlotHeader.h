#pragma once

// QCustomPlot's header is written with Qt's keywords, which this program does without (LibTorch uses the name
// `slots`).
#include <QObject>

#define signals Q_SIGNALS
#define slots Q_SLOTS
#define emit Q_EMIT
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef emit
#undef foreach
